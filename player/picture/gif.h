#pragma once

#include <string_view>

#include "base/canvas.h"
#include "base/geometry.h"
#include "base/result.h"
#include "picture/header.h"

// The first frame of a GIF through giflib, the sole home of that library. SDL2_image's own loader (2.6.3) writes
// outside of its memory on damaged files.
namespace lobby::picture {

/// Decodes the first frame to `target` over the colour of paper where it is transparent. Errs (invalid) when it is
/// damaged or ends early.
Result<Canvas> decode_gif(std::string_view bytes, const Header& header, Size target);

}  // namespace lobby::picture
