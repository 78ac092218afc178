#pragma once

#include <cstdint>

#include "base/geometry.h"

// A picture that stands a few pixels beside its place on the screen. Its edges are drawn out over what it leaves free.
namespace lobby::stage {

/// Pixels to the right and down; may be negative.
struct Offset {
  int right = 0;
  int down = 0;
  bool operator==(const Offset&) const = default;
};

/// The row of a picture of that height which stands at row `y` of the screen.
int row_at(int y, Offset offset, int height);

/// Copies a row of `width` pixels to its place on the screen. The two must not overlap.
void place_row(const std::uint32_t* row, int width, Offset offset, std::uint32_t* target);

/// The rows of the screen, from edge to edge, on which a part of a picture of `size` stands.
Rect rows_of(const Rect& part, Offset offset, Size size);

}  // namespace lobby::stage
