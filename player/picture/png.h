#pragma once

#include <string>
#include <string_view>

#include "base/canvas.h"
#include "base/geometry.h"
#include "base/result.h"
#include "picture/header.h"

// PNG through libpng: the sole home of that library.
namespace lobby::picture {

/// Decodes to `target`, the size before it is turned upright, over the colour of paper where it is transparent. Errs
/// (invalid) when it is damaged or ends early.
Result<Canvas> decode_png(std::string_view bytes, const Header& header, Size target);

/// Writes a canvas as PNG. Errs (unavailable) with the system's reason. The same canvas gives the same bytes.
Result<void> write_png(const Canvas& canvas, const std::string& file);

}  // namespace lobby::picture
