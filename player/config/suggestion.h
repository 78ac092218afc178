#pragma once

#include <span>
#include <string>
#include <string_view>

namespace lobby::config {

/// The number of single-letter slips (a letter missing, added, replaced, or two swapped) between two words: the
/// restricted Damerau-Levenshtein distance (Damerau 1964), over bytes.
int edit_distance(std::string_view a, std::string_view b);

/// «; did you mean 'theme'?» for the candidate nearest to `word`, or nothing where none is near enough to be what
/// its writer had in mind.
std::string suggestion(std::string_view word, std::span<const std::string_view> candidates);

}  // namespace lobby::config
