#pragma once

#include <optional>
#include <string_view>

#include "base/canvas.h"
#include "base/colour.h"
#include "base/geometry.h"
#include "base/result.h"

namespace lobby::stage {

/// Draws what `plain_svg` made, and nothing else, as large as it fits into a box, in the middle of it; with a colour
/// only its shape counts. Errs (invalid) where there is nothing to draw.
Result<void> draw_plain_art(Canvas& canvas, const Rect& box, std::string_view plain, std::optional<Colour> colour);

/// Draws an SVG as large as it fits into a box, in the middle of it; with a colour only its shape counts. Errs
/// as `plain_svg` does, which says what is drawn.
Result<void> draw_art(Canvas& canvas, const Rect& box, std::string_view svg, std::optional<Colour> colour);

}  // namespace lobby::stage
