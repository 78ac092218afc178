#pragma once

#include <vector>

#include "config/layout.h"
#include "scene/fields.h"
#include "scene/measurer.h"
#include "scene/scene.h"

namespace lobby::scene {

/// Sets a stack for each of `rows` into a box of the screen, all at one scale, in as many columns as let it be largest;
/// of several such numbers the one that leaves the fewest places free.
std::vector<Op> set_tiles(const config::Tiles& tiles, const Rect& box, const std::vector<Fields>& rows,
                          const playlist::Slide& slide, const config::Theme& theme, Size screen,
                          TextMeasurer& measurer);

}  // namespace lobby::scene
