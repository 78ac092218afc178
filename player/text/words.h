#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lobby::text {

/// How bad a line break after a piece is. 0 is a good place, 40 an ordinary one between two words.
using Penalty = int;
/// From this price on a line ends badly: in a word that says nothing without the next («của», «các»), or inside a name
/// of several words.
inline constexpr Penalty bad_end = 260;
/// From this price on a break tears a word or a name: no line ends there, unless the word alone is wider than the line.
inline constexpr Penalty tear = 1'000;
/// No line ends there.
inline constexpr Penalty never = 1'000'000;
/// Between a rank and its name: no line ends there either, but where one line cannot hold both, it does so before it
/// tears a word.
inline constexpr Penalty before_name = never + 1;

/// A syllable with its punctuation, and the price of ending a line after it.
struct Piece {
  std::string text;
  Penalty after = 0;
  bool spaced =
      true;  ///< A space follows on the same line; none does in «thế giới,Tháng», which may break all the same.
  bool part = false;  ///< Of an address, or of a word too long for any line: to break after it tears nothing.
  bool operator==(const Piece&) const = default;
};

/// Cuts a clean line at its spaces and prices each cut: `never` inside dates, ranges, numbers with units, ranks and
/// titles with names, proper names of people, after opening or before closing punctuation and before a spaced dash;
/// `tear` inside compound words («truyền thống») and names of places and bodies («Tổ quốc», «Ninh Bình»); high inside
/// «Công an tỉnh» and after words that lean on what follows («của», «các»); low after punctuation and before
/// conjunctions. Linear time.
std::vector<Piece> pieces(std::string_view line);

/// What the pieces say on one line: `joined(pieces(line))` is the line.
std::string joined(const std::vector<Piece>& pieces);

/// The words of a clean line without the punctuation around them, each of one or more syllables joined by spaces:
/// «Lực lượng», «xây dựng», «phong trào», «Ninh Bình». Linear time.
std::vector<std::string> words(std::string_view line);

}  // namespace lobby::text
