#pragma once

#include "config/layout.h"
#include "playlist/slide.h"
#include "scene/fields.h"
#include "scene/measurer.h"
#include "scene/scene.h"

namespace lobby::scene {

/// The layout that draws slides of a kind in a theme made for an older player, which has none of that name: placards,
/// the weather and a mourning are notices then, and of a pair the first photo is shown. Empty: there is none.
std::string_view stand_in_layout(std::string_view kind);

/// Lays a slide out for a screen, with the theme's trim over it: over its ground and pictures, for texts lie over
/// everything. Pure but for the measurer's cache. A slide kind without a layout in the theme gives an empty scene.
Scene build_scene(const playlist::Slide& slide, const config::Theme& theme, const Surroundings& surroundings,
                  Size screen, TextMeasurer& measurer);

/// The strip that is drawn over a slide: organisation, date, lunar date, clock.
Scene build_strip(const playlist::Slide& slide, const config::Theme& theme, const Surroundings& surroundings,
                  Size screen, TextMeasurer& measurer);

/// The smallest rectangle around everything a scene draws.
Rect bounds(const Scene& scene);

}  // namespace lobby::scene
