#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "base/canvas.h"
#include "base/colour.h"

namespace lobby::picture {

/// Signs on transparent ground are made for white pages.
inline constexpr Colour paper{255, 255, 255};

/// Lays pixels with alpha, 0xAARRGGBB and not premultiplied, on paper.
inline void lay_on_paper(std::span<std::uint32_t> pixels) {
  for (auto& pixel : pixels) {
    const std::uint32_t alpha = pixel >> 24U;
    if (alpha != 255) pixel = blend(pack(paper), unpack(pixel), alpha);
  }
}

}  // namespace lobby::picture
