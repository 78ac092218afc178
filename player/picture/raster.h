#pragma once

#include <string_view>

#include "base/canvas.h"
#include "base/geometry.h"
#include "base/result.h"
#include "picture/picture.h"

// PNG and WebP through SDL2_image's typed loaders. Formats that its guessing loader would also try are never offered
// to it.
namespace lobby::picture {

/// The size that the header announces.
Result<Size> read_raster_size(std::string_view bytes, PictureType type);

/// Decodes the picture, of an animation the first frame, over the colour of paper where it is transparent, and reduces
/// it by whole steps while it still covers `least`. These formats decode at full size only, so more than 40 megapixels
/// err (refused).
Result<Canvas> decode_raster(std::string_view bytes, PictureType type, Size least);

/// Signs on transparent ground are made for white pages.
inline constexpr Colour paper{255, 255, 255};

/// These formats decode at full size only, so more than 40 megapixels err (refused).
Result<void> check_raster_size(Size size, PictureType type);

/// The picture smaller by a whole factor, as long as it still covers `least`.
Canvas reduced(Canvas canvas, Size least);

/// Writes a canvas as PNG. Errs (unavailable) with the system's reason. The same canvas gives the same bytes.
Result<void> write_png(const Canvas& canvas, const std::string& file);

}  // namespace lobby::picture
