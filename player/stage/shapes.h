#pragma once

#include "base/canvas.h"
#include "base/colour.h"
#include "base/geometry.h"

// Anti-aliased shapes on a canvas, clipped to it. Coordinates are pixels; a pixel's centre lies at +0.5.
namespace lobby::stage {

struct Point {
  double x = 0;
  double y = 0;
};

void draw_box(Canvas& canvas, const Rect& box, Colour colour, int radius);

/// A linear grade across the box, dithered so that dark grades show no bands.
void draw_grade(Canvas& canvas, const Rect& box, Colour from, Colour to, double degrees);

/// A soft light around a centre, dithered likewise.
void draw_glow(Canvas& canvas, Point centre, double radius, Colour colour);

/// A circle's outline of the given line width.
void draw_ring(Canvas& canvas, Point centre, double radius, double line, Colour colour);

}  // namespace lobby::stage
