#pragma once

#include <vector>

#include "base/geometry.h"
#include "config/element.h"

namespace lobby::scene {

/// Divides an area among weights, side by side (row) or one under the other (column), with `gap` pixels between
/// neighbours. Together the parts and gaps are exactly as long as the area; gaps that are longer than it leave empty
/// parts. Weights are positive.
std::vector<Rect> parts_of(const Rect& area, config::Direction direction, int gap, const std::vector<double>& weights);

}  // namespace lobby::scene
