#pragma once

#include <string>
#include <string_view>

// Faults of markup that are put right before or after it is parsed. Pure; any thread.
namespace lobby::content {

/// Control characters, which neither XML nor HTML allows, become spaces: the parser would stop at them.
std::string without_controls(std::string_view text);

/// XML in which what feeds do wrong every day is put right: HTML entities are replaced by their characters, and
/// ampersands and less-than signs that begin nothing are escaped. CDATA sections and comments are left alone.
std::string mended_xml(std::string_view text);

/// Replaces the entities that stand in `text`; what is none stays: «?a=1&lang=vi» is untouched.
std::string decode_entities(std::string_view text);

}  // namespace lobby::content
