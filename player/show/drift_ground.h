#pragma once

#include <vector>

#include "base/canvas.h"
#include "scene/scene.h"
#include "show/text_layer.h"
#include "stage/drift.h"
#include "stage/fonts.h"

namespace lobby::show {

/// A slide whose picture drifts, before its texts are painted.
struct DriftGround {
  stage::Drift drift;  ///< Behind the whole box of the picture, without a veil.
  Canvas start;        ///< The frame's ground at the beginning.
  int top = 0;         ///< Where the bands of the frame below begin; they end where the drift does.
  Canvas end;          ///< The ground when the picture has arrived.
  Canvas over_black;
  Canvas over_white;
};

/// Paints all but the texts. `scene` has one picture; its scrims are strong enough for the whole way. Any thread.
DriftGround drift_ground(const scene::Scene& scene, stage::Drift drift);

/// A drift that can be shown.
struct Drifting {
  stage::Drift drift;
  std::vector<Part> under_texts;  ///< When the picture has arrived.
};

/// Lays the texts over a drift, which is seen beside the strip. `under_texts` are those of the frame, as it is at the
/// beginning. Render thread.
Drifting with_texts(DriftGround ground, const scene::Scene& scene, const Rect& strip_area,
                    std::vector<Part> under_texts, stage::FontSet& fonts);

}  // namespace lobby::show
