#pragma once

#include "config/drawing.h"
#include "scene/drawing.h"

namespace lobby::scene {

/// A shape in a box of the screen, its lines `line` pixels wide (0: filled). A round one is made of so many straight
/// lines that none of them is seen.
ShapeOp placed_shape(const config::Shape& shape, const Rect& box, double line, Colour colour);

}  // namespace lobby::scene
