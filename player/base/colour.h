#pragma once

#include <cstdint>

namespace lobby {

/// An sRGB colour with straight (not premultiplied) alpha.
struct Colour {
  std::uint8_t red = 0;
  std::uint8_t green = 0;
  std::uint8_t blue = 0;
  std::uint8_t alpha = 255;
  bool operator==(const Colour&) const = default;
};

/// The WCAG 2.1 relative luminance of an opaque colour, 0 (black) to 1 (white).
double relative_luminance(Colour colour);

/// The WCAG 2.1 contrast ratio of two opaque colours, 1 to 21.
double contrast_ratio(Colour a, Colour b);

}  // namespace lobby
