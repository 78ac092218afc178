#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "text/lines.h"

// How `break_lines` and `shorten_to_lines` set a text. Pure; any thread.
namespace lobby::text {

/// Asks a shaper once for each text: that is what setting a text costs.
class CachedMeasure {
 public:
  explicit CachedMeasure(const Measure& measure) : measure_(measure) {}
  double operator()(std::string_view text);

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  const Measure& measure_;
  std::unordered_map<std::string, double, Hash, std::equal_to<>> widths_;
};

/// A column of so many lines of so many pixels.
struct Column {
  double width = 0;
  int lines = 1;
};

/// `break_lines` over a measure that remembers. Asks for each different piece once and for each line of the result; of
/// a text that fits one line, or no column of that size, for hardly more than its whole width.
std::optional<std::vector<std::string>> set_in_column(const std::vector<Piece>& pieces, CachedMeasure& measure,
                                                      const Column& column);

/// How many pieces a column may hold at most if the text must end early. Asks for no more pieces than that and one.
std::size_t most_pieces(const std::vector<Piece>& pieces, CachedMeasure& measure, const Column& column);

}  // namespace lobby::text
