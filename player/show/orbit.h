#pragma once

#include <cstdint>

#include "stage/presenter.h"

namespace lobby::show {

/// Where the whole picture stands at a step of a slow round, so that no edge of what is always there stays on the same
/// pixels: every place within `radius` pixels, each a neighbour of the one before it. 0: always in its place.
stage::Offset orbit(std::int64_t step, int radius);

}  // namespace lobby::show
