#pragma once

#include <string_view>

#include "base/canvas.h"
#include "base/geometry.h"
#include "base/result.h"

// JPEG through libjpeg-turbo: the sole home of that library and of EXIF.
namespace lobby::picture {

/// The size as shown upright, from the header.
Result<Size> read_jpeg_size(std::string_view bytes);

/// Decodes upright at the smallest DCT scale (n/8) that still covers `least`. A JPEG that ends early errs (invalid);
/// more than 100 scans, or a progressive picture that needs more than 160 MB, err (refused).
Result<Canvas> decode_jpeg(std::string_view bytes, Size least);

}  // namespace lobby::picture
