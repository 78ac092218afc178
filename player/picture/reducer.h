#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/canvas.h"
#include "base/geometry.h"
#include "picture/colours.h"

namespace lobby::picture {

/// Four numbers that every processor reckons with at once: blue, green, red and nothing, as they lie in a pixel.
using Light = float __attribute__((vector_size(16)));

/// Which source pixels make up each target pixel along one axis, and how much of each.
struct Weights {
  int count = 1;           ///< Of source pixels for each target pixel.
  std::vector<int> first;  ///< Of them, by target pixel.
  std::vector<float> shares;
};

/// For `length` pixels from `from` on that become fewer, or stay as many. The filter is the cubic of D. P. Mitchell and
/// A. N. Netravali, «Reconstruction filters in computer graphics», 1988 (B = C = 1/3): of stripes that would come back
/// as false ones less is left than of a triangle's, and an edge gets a rim of 1.7 percent of its light at most, which
/// dark grounds can bear.
Weights weights_for(int from, int length, int to, int limit);

/// Makes a picture smaller, row by row from its top, in light and not in numbers: black and white stripes become the
/// grey that an eye sees from afar. It keeps a few rows, never the picture.
class Reducer {
 public:
  /// `stored` becomes `target`, no larger; the canvas has it turned by an `orientation` of EXIF.
  Reducer(Size stored, Size target, const Colours& colours, int orientation);
  /// Only the part `from` of the source counts.
  Reducer(const Rect& from, Size source, Size target, const Colours& colours, int orientation);

  /// The next row of the source, 0x..RRGGBB each.
  void add(const std::uint32_t* row);
  /// The picture, once all rows were added.
  Canvas take() { return std::move(canvas_); }

 private:
  void finish_rows();
  void emit(const Light* light);
  void place(const std::uint32_t* pixels);

  Size source_;
  Size target_;
  const Colours& colours_;
  int orientation_;
  Weights across_;
  Weights down_;
  std::array<Light, 256> blue_;  ///< What each number adds to the light of a pixel.
  std::array<Light, 256> green_;
  std::array<Light, 256> red_;
  std::vector<Light> row_;   ///< Of the source.
  std::vector<Light> ring_;  ///< Narrowed rows that a target row still needs.
  std::vector<Light> sum_;   ///< Of a target row.
  std::vector<std::uint32_t> pixels_;
  int added_ = 0;
  int done_ = 0;
  Canvas canvas_;
};

}  // namespace lobby::picture
