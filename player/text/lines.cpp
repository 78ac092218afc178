#include "text/lines.h"

#include <algorithm>

#include "text/setting.h"

namespace lobby::text {

std::optional<std::vector<std::string>> break_lines(const std::vector<Piece>& pieces, const Measure& measure,
                                                    double width, int most_lines) {
  CachedMeasure cached(measure);
  return set_in_column(pieces, cached, {width, most_lines});
}

Penalty worst_break(const std::vector<Piece>& pieces, const std::vector<std::string>& lines) {
  Penalty worst = 0;
  std::size_t next = 0;
  for (const auto& line : lines) {
    std::size_t length = 0;
    while (next < pieces.size() && length < line.size()) {
      length += pieces[next].text.size() + (pieces[next].spaced ? 1 : 0);
      ++next;
    }
    if (next < pieces.size() && !pieces[next - 1].part) worst = std::max(worst, pieces[next - 1].after);
  }
  return worst;
}

}  // namespace lobby::text
