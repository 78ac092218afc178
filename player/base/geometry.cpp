#include "base/geometry.h"

#include <algorithm>
#include <cstdint>

namespace lobby {

Rect intersection(const Rect& a, const Rect& b) {
  const int x = std::max(a.x, b.x);
  const int y = std::max(a.y, b.y);
  const int width = std::min(a.right(), b.right()) - x;
  const int height = std::min(a.bottom(), b.bottom()) - y;
  if (width <= 0 || height <= 0) return {};
  return {x, y, width, height};
}

Rect united(const Rect& a, const Rect& b) {
  if (a.empty()) return b;
  if (b.empty()) return a;
  const int x = std::min(a.x, b.x);
  const int y = std::min(a.y, b.y);
  return {x, y, std::max(a.right(), b.right()) - x, std::max(a.bottom(), b.bottom()) - y};
}

Rect contained(Size size, const Rect& box) {
  if (size.width <= 0 || size.height <= 0 || box.empty()) return box;
  const auto by_height = static_cast<std::int64_t>(size.width) * box.height;
  const auto by_width = static_cast<std::int64_t>(size.height) * box.width;
  Rect part = box;
  if (by_height < by_width) {
    part.width = std::max(1, static_cast<int>(by_height / size.height));
  } else {
    part.height = std::max(1, static_cast<int>(by_width / size.width));
  }
  part.x += (box.width - part.width) / 2;
  part.y += (box.height - part.height) / 2;
  return part;
}

}  // namespace lobby
