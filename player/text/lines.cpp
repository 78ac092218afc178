#include "text/lines.h"

#include "text/setting.h"

namespace lobby::text {

std::optional<std::vector<std::string>> break_lines(const std::vector<Piece>& pieces, const Measure& measure,
                                                    double width, int most_lines) {
  CachedMeasure cached(measure);
  return set_in_column(pieces, cached, {width, most_lines});
}

}  // namespace lobby::text
