#include "scene/strip_side.h"

#include <algorithm>

#include "scene/build_scene.h"

namespace lobby::scene {

void move_down(Scene& scene, int pixels) {
  for (auto& op : scene.ops) {
    std::visit(
        [pixels](auto& what) {
          if constexpr (requires { what.box; }) what.box.y += pixels;
          if constexpr (requires { what.y; }) what.y += pixels;
          if constexpr (requires { what.points; }) {
            for (Spot& spot : what.points) spot.y += pixels;
          }
          if constexpr (requires { what.solid_from; }) what.solid_from += pixels;
          if constexpr (requires { what.lines; }) {
            for (Line& line : what.lines) line.baseline += pixels;
          }
        },
        op);
  }
}

namespace {

bool is_opaque(const FillOp& fill) {
  return fill.radius == 0 && fill.colour.alpha == 255 && (!fill.to || fill.to->alpha == 255);
}

/// How high the band is that a strip fills from edge to edge along the lower edge; 0 where something would shine
/// through it, or where it draws beside it.
int band_of(const Scene& strip) {
  const int top = bounds(strip).y;
  const bool fills = std::ranges::any_of(strip.ops, [&](const Op& op) {
    const auto* fill = std::get_if<FillOp>(&op);
    return fill != nullptr && is_opaque(*fill) && fill->box.y <= top && fill->box.x <= 0 &&
           fill->box.right() >= strip.size.width && fill->box.bottom() >= strip.size.height;
  });
  return fills ? strip.size.height - top : 0;
}

}  // namespace

int lift_strip(Scene& strip) {
  const int band = band_of(strip);
  if (band == 0 || band == strip.size.height) return 0;
  move_down(strip, band - strip.size.height);
  return band;
}

}  // namespace lobby::scene
