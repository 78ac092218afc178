#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace lobby::text {

/// Whether the fonts at hand can draw a letter (grapheme cluster, NFC).
using Draws = std::function<bool(std::string_view letter)>;

/// The line in NFC without what cannot be drawn, so that no box and no hole stands on screen. Letters of fancy
/// alphabets become plain ones («𝐍𝐆𝐀̀𝐘» → «NGÀY»), a sign loses its emoji selectors; a word with a letter that no font
/// has goes as a whole, for half a word says something else; other signs go one by one. What then stands empty or leans
/// on nothing goes too: brackets, quotes, dashes, spaces. Empty where no letter and no digit is left. A line that can
/// be drawn comes back as it is. Linear time.
std::string legible(std::string_view line, const Draws& draws);

/// Whether a line says something in letters that text fonts have: Latin ones, in whatever guise, Greek or Cyrillic
/// ones, or digits.
bool readable(std::string_view line);

}  // namespace lobby::text
