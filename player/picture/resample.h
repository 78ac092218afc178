#pragma once

#include "base/canvas.h"
#include "base/geometry.h"

namespace lobby::picture {

/// Averages the part `from` of a picture down (or interpolates it up) to `to` pixels.
Canvas resampled(const Canvas& picture, const Rect& from, Size to);

/// Leaves the lightness of each pixel and takes its colour.
void make_grey(Canvas& canvas);

/// Three box blurs of the given radius, close to a Gaussian.
void blur(Canvas& canvas, int radius);

}  // namespace lobby::picture
