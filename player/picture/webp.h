#pragma once

#include <string_view>

#include "base/canvas.h"
#include "base/geometry.h"
#include "base/result.h"
#include "picture/header.h"

// WebP through libwebp: the sole home of that library.
namespace lobby::picture {

/// Decodes the picture, or the first frame of an animation, to `target`, the size before it is turned upright, over the
/// colour of paper where it is transparent. Errs (invalid) when it is damaged or ends early.
Result<Canvas> decode_webp(std::string_view bytes, const Header& header, Size target);

}  // namespace lobby::picture
