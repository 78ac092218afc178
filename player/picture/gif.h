#pragma once

#include <string_view>

#include "base/canvas.h"
#include "base/geometry.h"
#include "base/result.h"

// The first frame of a GIF through giflib, the sole home of that library. SDL2_image's own loader (2.6.3) writes
// outside of its memory on damaged files.
namespace lobby::picture {

/// The size of the first frame.
Result<Size> read_gif_size(std::string_view bytes);

/// Decodes the first frame over the colour of paper where it is transparent, and reduces it. Errs (invalid) when it is
/// damaged or ends early, (refused) when it is too large.
Result<Canvas> decode_gif(std::string_view bytes, Size least);

}  // namespace lobby::picture
