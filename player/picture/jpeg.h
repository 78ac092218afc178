#pragma once

#include <string_view>

#include "base/canvas.h"
#include "base/geometry.h"
#include "base/result.h"
#include "picture/header.h"

// JPEG through libjpeg-turbo: the sole home of that library.
namespace lobby::picture {

/// Decodes to `target`, the size before it is turned upright: to the next power of two in the DCT, and on in light.
/// A JPEG that ends early errs (invalid); more than 100 scans, or a progressive picture that needs more than 160 MB,
/// err (refused).
Result<Canvas> decode_jpeg(std::string_view bytes, const Header& header, Size target);

}  // namespace lobby::picture
