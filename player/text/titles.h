#pragma once

#include <string_view>

// What stands before the names of people. Both take lower case. Pure; any thread.
namespace lobby::text {

/// Ranks and forms of address, of one to four syllables: whatever capitalised follows is a person's name.
bool is_address_form(std::string_view words);
/// Posts and professions: a family name may follow, or the body that the post belongs to.
bool is_post(std::string_view words);

/// Monuments and societies: the form of address after one is part of its name.
bool is_memorial(std::string_view words);

}  // namespace lobby::text
