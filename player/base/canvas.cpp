#include "base/canvas.h"

#include <algorithm>
#include <cassert>

namespace lobby {

Canvas::Canvas(Size size) : size_(size) {
  [[maybe_unused]] constexpr int most = 8192;
  assert(size.width >= 0 && size.height >= 0 && size.width <= most && size.height <= most);
  pixels_.assign(static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height), 0xFF000000U);
}

Canvas turned(const Canvas& canvas, int degrees) {
  if (degrees == 0) return canvas;
  const Size from = canvas.size();
  Canvas result(turned(from, degrees));
  for (int y = 0; y < from.height; ++y) {
    const std::uint32_t* source = canvas.row(y);
    for (int x = 0; x < from.width; ++x) {
      if (degrees == 90) {
        result.row(x)[from.height - 1 - y] = source[x];
      } else if (degrees == 180) {
        result.row(from.height - 1 - y)[from.width - 1 - x] = source[x];
      } else {
        result.row(from.width - 1 - x)[y] = source[x];
      }
    }
  }
  return result;
}

Rect turned(const Rect& area, Size size, int degrees) {
  if (degrees == 90) return {size.height - area.bottom(), area.x, area.height, area.width};
  if (degrees == 180) return {size.width - area.right(), size.height - area.bottom(), area.width, area.height};
  if (degrees == 270) return {area.y, size.width - area.right(), area.height, area.width};
  return area;
}

Canvas part_of(const Canvas& canvas, const Rect& area) {
  const Rect part = intersection(area, canvas.bounds());
  Canvas copy({part.width, part.height});
  for (int y = 0; y < part.height; ++y) std::copy_n(canvas.row(part.y + y) + part.x, part.width, copy.row(y));
  return copy;
}

void place_part(const Canvas& part, Canvas& canvas, const Rect& area) {
  const Rect target =
      intersection({area.x, area.y, part.size().width, part.size().height}, intersection(area, canvas.bounds()));
  for (int y = target.y; y < target.bottom(); ++y) {
    std::copy_n(part.row(y - area.y) + (target.x - area.x), target.width, canvas.row(y) + target.x);
  }
}

}  // namespace lobby
