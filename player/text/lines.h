#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/words.h"

namespace lobby::text {

/// The width of a line set in one face at one size, in pixels.
using Measure = std::function<double(std::string_view line)>;

/// Sets pieces in the fewest lines that `width` allows, at most `most_lines`, and among those the best: balanced
/// widths, no word torn, the last line with two words or more where the text has them. Nothing when it does not fit.
/// A single piece wider than `width` does not fit.
std::optional<std::vector<std::string>> break_lines(const std::vector<Piece>& pieces, const Measure& measure,
                                                    double width, int most_lines);

/// Like `break_lines`, for text that must be shortened: first drops a bracketed date range, then ends in «…» at a word
/// boundary, never inside a date, number or name; an open quotation is closed or left out, without dangling
/// punctuation. Never fails: at the worst a single piece is cut between letters.
std::vector<std::string> shorten_to_lines(const std::vector<Piece>& pieces, const Measure& measure, double width,
                                          int most_lines);

/// The price of the worst end of a line among those that `break_lines` made of these pieces. The joint of an address
/// costs nothing.
Penalty worst_break(const std::vector<Piece>& pieces, const std::vector<std::string>& lines);

/// Whether the lines tear a word or a name: they do so only where one alone is wider than the line, and a smaller size
/// is then better.
inline bool torn(const std::vector<Piece>& pieces, const std::vector<std::string>& lines) {
  return worst_break(pieces, lines) >= tear;
}

}  // namespace lobby::text
