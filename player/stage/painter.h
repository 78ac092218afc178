#pragma once

#include "scene/scene.h"
#include "stage/canvas.h"
#include "stage/fonts.h"

namespace lobby::stage {

/// Paints a scene onto a canvas of the scene's size. `picture` is the decoded picture, already fitted to its box;
/// null leaves its box as it is. The same input gives the same pixels.
void paint(const scene::Scene& scene, FontSet& fonts, const Canvas* picture, Canvas& canvas);

}  // namespace lobby::stage
