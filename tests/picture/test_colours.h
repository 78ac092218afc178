#pragma once

#include <cstdlib>

#include "base/colour.h"

/// What the pictures of these tests are painted with.
namespace lobby::picture {

inline constexpr Colour red{200, 30, 40};
inline constexpr Colour green{30, 160, 60};
inline constexpr Colour blue{30, 50, 190};
inline constexpr Colour white{240, 240, 240};

/// Whether they differ by no more than what is lost in a lossy file.
inline bool close(Colour a, Colour b) {
  return std::abs(a.red - b.red) < 24 && std::abs(a.green - b.green) < 24 && std::abs(a.blue - b.blue) < 24;
}

}  // namespace lobby::picture
