#pragma once

#include "base/canvas.h"
#include "base/geometry.h"
#include "base/picture_fit.h"

namespace lobby::picture {

/// Makes a decoded picture fill a box: cover with a crop that spares heads or the focus, or whole over its own blurred
/// enlargement.
Canvas fitted(const Canvas& picture, Size box, PictureFit fit, Focus focus = {});

}  // namespace lobby::picture
