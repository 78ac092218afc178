#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lobby::text {

/// How bad a line break after a piece is. 0 is a good place, `never` is none.
using Penalty = int;
inline constexpr Penalty never = 1'000'000;

/// A syllable with its punctuation, and the price of ending a line after it.
struct Piece {
  std::string text;
  Penalty after = 0;
  bool operator==(const Piece&) const = default;
};

/// Cuts a clean line at its spaces and prices each cut: `never` inside dates, ranges, numbers with units, ranks and
/// titles with names, proper names of people, after opening or before closing punctuation; high inside compound words
/// («truyền thống») and names of places and bodies («Tổ quốc», «Ninh Bình», «Công an tỉnh»); low after punctuation and
/// before conjunctions. Linear time.
std::vector<Piece> pieces(std::string_view line);

/// The words of a clean line, each of one or more syllables joined by spaces: «Lực lượng», «xây dựng», «phong trào».
std::vector<std::string> words(std::string_view line);

}  // namespace lobby::text
