#pragma once

#include <span>

#include "base/canvas.h"
#include "base/colour.h"
#include "stage/shapes.h"

// Shapes made of straight lines, anti-aliased and clipped to the canvas. Every pixel is blended once, so that a colour
// that lets light through does so evenly.
namespace lobby::stage {

/// The area that closed lines go round. Where they cross themselves all that they go round is inside.
void fill_outline(Canvas& canvas, std::span<const Point> points, Colour colour);

/// The lines themselves, with round corners and ends; `closed`: the last point leads to the first.
void draw_outline(Canvas& canvas, std::span<const Point> points, bool closed, double line, Colour colour);

}  // namespace lobby::stage
