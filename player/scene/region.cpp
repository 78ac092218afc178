#include "scene/region.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace lobby::scene {

std::vector<Rect> parts_of(const Rect& area, config::Direction direction, int gap, const std::vector<double>& weights) {
  const bool in_a_row = direction == config::Direction::row;
  const int length = in_a_row ? area.width : area.height;
  const int gaps = gap * std::max(0, static_cast<int>(weights.size()) - 1);
  const int shared = std::max(0, length - gaps);
  const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
  std::vector<Rect> parts;
  double weight = 0;
  int begin = 0;
  for (std::size_t index = 0; index < weights.size(); ++index) {
    weight += weights[index];
    // Rounding the sum and not each part leaves no pixel over at the end.
    const int end = static_cast<int>(std::lround(shared * weight / total));
    const int offset = begin + gap * static_cast<int>(index);
    parts.push_back(in_a_row ? Rect{area.x + offset, area.y, end - begin, area.height}
                             : Rect{area.x, area.y + offset, area.width, end - begin});
    begin = end;
  }
  return parts;
}

}  // namespace lobby::scene
