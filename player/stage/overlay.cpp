#include "stage/overlay.h"

#include <algorithm>

namespace lobby::stage {

namespace {

Rect moved(const Rect& area, Offset offset) {
  return {area.x + offset.right, area.y + offset.down, area.width, area.height};
}

}  // namespace

void draw_overlay(const Overlay& overlay, Offset offset, const PixelRows& target) {
  const Rect bounds{0, 0, target.size.width, target.size.height};
  const std::uint32_t ground = pack(overlay.ground);
  for (const OverlayPiece& piece : overlay.pieces) {
    const Rect area = intersection(moved(piece.area, offset), bounds);
    if (area.empty()) continue;
    for (int y = area.y; y < area.bottom(); ++y) {
      std::uint32_t* to = target.row(y) + area.x;
      if (!piece.tile) {
        std::fill_n(to, area.width, ground);
        continue;
      }
      const Canvas& pixels = overlay.tiles[*piece.tile].pixels;
      const std::uint32_t* row = pixels.row(y - offset.down - piece.origin_y);
      std::copy_n(row + (area.x - offset.right - piece.origin_x), area.width, to);
    }
  }
}

Rect area_of(const Overlay& overlay, Offset offset, Size screen) {
  return intersection(moved(overlay.area, offset), {0, 0, screen.width, screen.height});
}

}  // namespace lobby::stage
