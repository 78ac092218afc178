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
/// boundary, never inside a date, number, name or open quotation, without dangling punctuation. Never fails: at the
/// worst a single piece is cut between letters.
std::vector<std::string> shorten_to_lines(const std::vector<Piece>& pieces, const Measure& measure, double width,
                                          int most_lines);

}  // namespace lobby::text
