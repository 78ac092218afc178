#include "stage/offset.h"

#include <algorithm>

namespace lobby::stage {

int row_at(int y, Offset offset, int height) { return std::clamp(y - offset.down, 0, height - 1); }

void place_row(const std::uint32_t* row, int width, Offset offset, std::uint32_t* target) {
  const int right = std::clamp(offset.right, -width + 1, width - 1);
  if (right >= 0) {
    std::fill_n(target, right, row[0]);
    std::copy_n(row, width - right, target + right);
  } else {
    std::copy_n(row - right, width + right, target);
    std::fill_n(target + width + right, -right, row[width - 1]);
  }
}

Rect rows_of(const Rect& part, Offset offset, Size size) {
  if (part.empty()) return {};
  const int top = part.y <= 0 ? 0 : std::clamp(part.y + offset.down, 0, size.height);
  const int bottom =
      part.bottom() >= size.height ? size.height : std::clamp(part.bottom() + offset.down, 0, size.height);
  return {0, top, size.width, bottom - top};
}

}  // namespace lobby::stage
