#pragma once

#include <vector>

#include "config/layout.h"
#include "scene/fields.h"
#include "scene/measurer.h"
#include "scene/scene.h"

namespace lobby::scene {

/// Sets a row for each of `rows`, `config::Rows::most` at most, into a box of the screen, all at one scale, so that
/// equal things look equal. Widths of columns are percent of `frame_width` pixels.
std::vector<Op> set_rows(const config::Rows& rows, const Rect& box, int frame_width, const std::vector<Fields>& fields,
                         const playlist::Slide& slide, const config::Theme& theme, Size screen, TextMeasurer& measurer);

}  // namespace lobby::scene
