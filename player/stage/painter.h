#pragma once

#include <span>

#include "base/canvas.h"
#include "scene/scene.h"
#include "stage/fonts.h"

namespace lobby::stage {

/// Paints a scene onto a canvas of the scene's size. `pictures` are the scene's in their order,
/// decoded and fitted to their boxes; where one is missing its box stays as it is. The same input gives the same
/// pixels.
void paint(const scene::Scene& scene, FontSet& fonts, std::span<const Canvas> pictures, Canvas& canvas);

/// The two halves of `paint`: all but the texts, and the texts, which lie over everything else.
void paint_ground(const scene::Scene& scene, std::span<const Canvas> pictures, Canvas& canvas);
void paint_texts(const scene::Scene& scene, FontSet& fonts, Canvas& canvas);

/// The scene with scrims that have a coverage: at least what they had, and what they need over these pictures.
scene::Scene with_scrims_for(scene::Scene scene, std::span<const Canvas> pictures);

/// A canvas with the first half.
Canvas painted_ground(const scene::Scene& scene, std::span<const Canvas> pictures);

}  // namespace lobby::stage
