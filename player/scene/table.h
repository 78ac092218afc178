#pragma once

#include <vector>

#include "config/layout.h"
#include "playlist/slide.h"
#include "scene/measurer.h"
#include "scene/scene.h"

namespace lobby::scene {

/// Sets the table of a slide into a box of the screen: one size for all rows, columns as wide as what stands in them
/// asks for, as few lines as nearly that size allows. No name and no number is parted unless its column alone would
/// fill the box. Nothing where the slide has no table.
std::vector<Op> set_table(const config::Table& table, const Rect& box, const playlist::Slide& slide,
                          const config::Theme& theme, Size screen, TextMeasurer& measurer);

}  // namespace lobby::scene
