#pragma once

#include <string_view>

#include "base/canvas.h"
#include "base/geometry.h"
#include "base/picture_fit.h"
#include "base/result.h"

namespace lobby::picture {

/// What becomes of a picture on its way to the screen.
struct Fitting {
  Size box;
  PictureFit fit = PictureFit::cover;
  Focus focus = {};
  PictureTone tone = PictureTone::natural;
  bool operator==(const Fitting&) const = default;
};

/// Decodes a picture straight into its box. Errs as `decode_picture` does.
Result<Canvas> decode_fitted(std::string_view bytes, const Fitting& fitting);

/// Makes a decoded picture fill a box: cover with a crop that spares heads or the focus, or whole over its own blurred
/// enlargement.
Canvas fitted(const Canvas& picture, Size box, PictureFit fit, Focus focus = {});

}  // namespace lobby::picture
