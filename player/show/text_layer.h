#pragma once

#include <vector>

#include "base/canvas.h"

namespace lobby::show {

/// A piece of a frame and where it belongs.
struct Part {
  Rect area;
  Canvas pixels;
};

/// The texts of a frame, which can be taken off it and laid on again by degrees: what is under them was kept when the
/// frame was painted. Both arguments outlive the layer.
class TextLayer {
 public:
  TextLayer(Canvas& canvas, const std::vector<Part>& under);
  /// Makes the texts as strong as `share`: 0 not there, 1 as they were painted.
  void show(double share);
  /// The smallest rectangle around all of them; empty where the frame has none.
  Rect area() const;

 private:
  Canvas& canvas_;
  const std::vector<Part>& under_;
  std::vector<Canvas> painted_;
};

}  // namespace lobby::show
