#pragma once

#include <string>
#include <string_view>

// Words of scripts that run from right to left. Pure; any thread.
namespace lobby::text {

/// The line with its words in the order in which they stand on the screen from left to right: neighbours of a script
/// that runs the other way (Hebrew, Arabic), and what is between them, are reversed. The letters of a word stay in
/// their order, which is the shaper's affair. A small part of Unicode's UAX #9, for lines that run from left to right.
std::string visual_order(std::string_view line);

}  // namespace lobby::text
