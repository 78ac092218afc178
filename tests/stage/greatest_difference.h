#pragma once

#include <algorithm>
#include <cstdlib>

#include "base/canvas.h"

namespace lobby::stage {

/// The furthest that a channel of a pixel is from that of another canvas of that size.
inline int greatest_difference(const Canvas& a, const Canvas& b) {
  int greatest = 0;
  for (int y = 0; y < a.size().height; ++y) {
    const auto* one = reinterpret_cast<const unsigned char*>(a.row(y));
    const auto* other = reinterpret_cast<const unsigned char*>(b.row(y));
    for (int index = 0; index < a.size().width * 4; ++index) {
      greatest = std::max(greatest, std::abs(one[index] - other[index]));
    }
  }
  return greatest;
}

}  // namespace lobby::stage
