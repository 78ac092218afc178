#pragma once

#include <cstdint>
#include <vector>

#include "base/colour.h"
#include "base/geometry.h"
#include "base/pixel_memory.h"

namespace lobby {

/// Opaque pixels in memory, row by row from the top, each 0xFFRRGGBB. What is painted on, faded and presented.
class Canvas {
 public:
  Canvas() = default;
  /// Black. `size` must not be negative; at most 8192 pixels a side (the callers' screens and pictures are smaller).
  explicit Canvas(Size size);

  Size size() const { return size_; }
  bool empty() const { return pixels_.empty(); }
  std::uint32_t* row(int y) {
    return pixels_.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(size_.width);
  }
  const std::uint32_t* row(int y) const {
    return pixels_.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(size_.width);
  }
  std::size_t bytes() const { return pixels_.size() * sizeof(std::uint32_t); }
  Rect bounds() const { return {0, 0, size_.width, size_.height}; }
  bool operator==(const Canvas&) const = default;

 private:
  Size size_;
  std::vector<std::uint32_t, PixelAllocator<std::uint32_t>> pixels_;
};

inline std::uint32_t pack(Colour colour) {
  return 0xFF000000U | static_cast<std::uint32_t>(colour.red) << 16U | static_cast<std::uint32_t>(colour.green) << 8U |
         colour.blue;
}

inline Colour unpack(std::uint32_t pixel) {
  return {static_cast<std::uint8_t>(pixel >> 16U), static_cast<std::uint8_t>(pixel >> 8U),
          static_cast<std::uint8_t>(pixel), 255};
}

/// `over` on `under` with a coverage of 0 to 255.
inline std::uint32_t blend(std::uint32_t under, Colour over, unsigned coverage) {
  const auto mix = [coverage](unsigned from, unsigned to) {
    const unsigned value = from * (255U - coverage) + to * coverage + 128U;
    return (value + (value >> 8U)) >> 8U;
  };
  return 0xFF000000U | mix(under >> 16U & 0xFFU, over.red) << 16U | mix(under >> 8U & 0xFFU, over.green) << 8U |
         mix(under & 0xFFU, over.blue);
}

/// The canvas turned clockwise by 0, 90, 180 or 270 degrees.
Canvas turned(const Canvas& canvas, int degrees);

/// Its size then.
inline Size turned(Size size, int degrees) {
  return degrees == 90 || degrees == 270 ? Size{size.height, size.width} : size;
}

/// Where an area of a canvas of that size lies after the same turn.
Rect turned(const Rect& area, Size size, int degrees);

/// A copy of the part of a canvas inside `area`.
Canvas part_of(const Canvas& canvas, const Rect& area);

/// Copies a canvas to `area` of another; what lies outside of that one is left out.
void place_part(const Canvas& part, Canvas& canvas, const Rect& area);

}  // namespace lobby
