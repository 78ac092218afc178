#pragma once

#include "base/canvas.h"
#include "base/geometry.h"

namespace lobby::picture {

/// Reduces the part `from` of a picture to `to` pixels (see `Reducer`), or interpolates it up.
Canvas resampled(const Canvas& picture, const Rect& from, Size to);

/// Leaves the lightness of each pixel and takes its colour.
void make_grey(Canvas& canvas);

/// Three box blurs of the given radius, close to a Gaussian.
void blur(Canvas& canvas, int radius);

}  // namespace lobby::picture
