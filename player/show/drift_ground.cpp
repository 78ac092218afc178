#include "show/drift_ground.h"

#include <algorithm>
#include <array>
#include <utility>

#include "scene/build_scene.h"
#include "scene/strip_side.h"
#include "stage/painter.h"
#include "stage/transition.h"

namespace lobby::show {

namespace {

/// The one picture of a scene that drifts.
auto picture_in(auto& scene) {
  return std::ranges::find_if(scene.ops, [](const auto& op) { return std::holds_alternative<scene::PictureOp>(op); });
}

/// The highest row of a drift over which something lies, or its end.
int top_of_what_lies_over(const scene::Scene& scene, const Rect& area) {
  const scene::Scene over{scene.size, {std::next(picture_in(scene)), scene.ops.end()}};
  const Rect covered = intersection(scene::bounds(over), area);
  return covered.empty() ? area.bottom() : covered.y;
}

/// The scene as if a picture of one colour were in it.
scene::Scene over_colour(scene::Scene scene, Colour colour) {
  auto& op = *picture_in(scene);
  op = scene::FillOp{std::get<scene::PictureOp>(op).box, colour, std::nullopt, 0, 0};
  return scene;
}

}  // namespace

DriftGround drift_ground(const scene::Scene& scene, stage::Drift drift) {
  const int top = top_of_what_lies_over(scene, drift.area);
  scene::Scene band = scene;
  scene::move_down(band, -top);
  band.size.height = drift.area.bottom() - top;
  for (const double share : {0.0, 0.5, 1.0}) {
    band = stage::with_scrims_for(std::move(band), std::array{stage::seen_at(drift, share)});
  }
  scene::Scene whole = band;
  scene::move_down(whole, top);
  whole.size = scene.size;
  DriftGround ground;
  ground.top = top;
  ground.start = stage::painted_ground(whole, std::array{stage::seen_at(drift, 0)});
  ground.end = stage::painted_ground(band, std::array{stage::seen_at(drift, 1)});
  ground.over_black = stage::painted_ground(over_colour(band, {0, 0, 0}), {});
  ground.over_white = stage::painted_ground(over_colour(std::move(band), {255, 255, 255}), {});
  ground.drift = std::move(drift);
  return ground;
}

Drifting with_texts(DriftGround ground, const scene::Scene& scene, const Rect& strip_area,
                    std::vector<Part> under_texts, stage::FontSet& fonts) {
  stage::clip(ground.drift, stage::body_beside(strip_area, scene.size));
  const Rect& area = ground.drift.area;
  const Rect band = intersection(area, {area.x, ground.top, area.width, area.bottom() - ground.top});
  const auto in_band = [&](const Rect& part) { return Rect{part.x, part.y - ground.top, part.width, part.height}; };
  scene::Scene texts = scene;
  scene::move_down(texts, -ground.top);
  for (auto* canvas : {&ground.over_black, &ground.over_white}) {
    stage::paint_texts(texts, fonts, *canvas);
    *canvas = part_of(*canvas, in_band(band));
  }
  ground.drift.veil = stage::veil_of(std::move(ground.over_black), ground.over_white, band);
  for (auto& [place, pixels] : under_texts) {
    const Rect moved = intersection(place, band);
    const auto arrived = part_of(ground.end, in_band(moved));
    place_part(arrived, pixels, {moved.x - place.x, moved.y - place.y, moved.width, moved.height});
  }
  return {std::move(ground.drift), std::move(under_texts)};
}

}  // namespace lobby::show
