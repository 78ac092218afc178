#pragma once

#include "scene/scene.h"

namespace lobby::scene {

/// Moves everything down, up where `pixels` are negative.
void move_down(Scene& scene, int pixels);

/// Moves a strip from the lower edge of the screen to the upper one. Returns its height, by which its slide must move
/// down; 0, with nothing moved, where the strip is no band from edge to edge that hides all that lies under it.
int lift_strip(Scene& strip);

}  // namespace lobby::scene
