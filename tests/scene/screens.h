#pragma once

#include "base/geometry.h"

namespace lobby::scene {

inline constexpr Size full_hd{1920, 1080};

}  // namespace lobby::scene
