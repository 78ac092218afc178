#include "show/manner.h"

namespace lobby::show {

namespace {

std::optional<stage::TransitionKind> kind_of(config::Transition transition) {
  switch (transition) {
    case config::Transition::fade:
      return stage::TransitionKind::fade;
    case config::Transition::slide:
      return stage::TransitionKind::slide;
    case config::Transition::wipe:
      return stage::TransitionKind::wipe;
    case config::Transition::dip:
      return stage::TransitionKind::dip;
    case config::Transition::none:
      return std::nullopt;
  }
  return std::nullopt;
}

/// Where the lines of a screen that is turned clockwise run to.
stage::Direction forward_on(int rotate) {
  constexpr stage::Direction directions[] = {stage::Direction::right, stage::Direction::down, stage::Direction::left,
                                             stage::Direction::up};
  return directions[rotate / 90 % 4];
}

bool is_black(Colour colour) { return relative_luminance(colour) < 0.001; }

/// The colour that frames of a composition lie on: never black, whatever the theme.
Colour ground_of(const scene::Scene& scene, const config::Theme& theme) {
  constexpr Colour dusk{28, 34, 42};
  for (const auto& op : scene.ops) {
    const auto* fill = std::get_if<scene::FillOp>(&op);
    const bool whole = fill != nullptr && fill->box.width == scene.size.width && fill->box.height == scene.size.height;
    if (whole && fill->colour.alpha == 255 && !is_black(fill->colour)) return fill->colour;
  }
  const auto ink = theme.palette.find("ink");
  return ink != theme.palette.end() && !is_black(ink->second) ? ink->second : dusk;
}

}  // namespace

std::optional<Manner> manner_towards(const Frame& arriving, const Frame& leaving, const config::Config& config) {
  const auto& composition = arriving.composition;
  const auto& theme = composition.dress->theme;
  auto movement = config.movement;
  movement.calm = movement.calm || theme.calm.value_or(false) || leaving.composition.dress != composition.dress ||
                  leaving.composition.strip_is_above != composition.strip_is_above;
  const auto kind = kind_of(movement.towards(composition.slide.kind()));
  if (!kind) return std::nullopt;
  const int rotate = config.screen.rotate;
  const Rect body = stage::body_beside(arriving.strip_area, composition.scene.size);
  return Manner{{*kind, turned(body, composition.scene.size, rotate), forward_on(rotate)},
                ground_of(composition.scene, theme),
                config.movement.duration,
                {}};
}

}  // namespace lobby::show
