#include "base/geometry.h"

#include <algorithm>

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

}  // namespace lobby
