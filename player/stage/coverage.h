#pragma once

#include <cstdint>
#include <vector>

#include "base/canvas.h"
#include "base/colour.h"
#include "base/geometry.h"

namespace lobby::stage {

/// How much of each pixel a line of text covers. The whole line is gathered before it meets the canvas, so that glyphs
/// which touch are not blended twice.
class Coverage {
 public:
  /// Nothing of `area`; y is counted downwards from the baseline. What is added outside of it is lost.
  explicit Coverage(const Rect& area);

  const Rect& area() const { return area_; }
  const std::uint8_t* row(int y) const {
    return values_.data() + static_cast<std::ptrdiff_t>(y - area_.y) * area_.width;
  }
  /// Adds to a run of pixels, at most to 255.
  void add(int x, int y, int length, unsigned value);

 private:
  Rect area_;
  std::vector<std::uint8_t> values_;
};

/// Blends a colour onto the canvas where the text covers it, with the coverage's origin at (`x`, `y`). Light is mixed,
/// not the numbers that stand for it: a stem weighs the same wherever it falls among the pixels, and in any colour.
void blend_light(const Coverage& coverage, Colour colour, Canvas& canvas, int x, int y);

}  // namespace lobby::stage
