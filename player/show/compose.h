#pragma once

#include <memory>
#include <optional>
#include <span>

#include "base/canvas.h"
#include "playlist/show.h"
#include "playlist/slide.h"
#include "scene/fields.h"
#include "scene/scene.h"
#include "scene/ticker.h"
#include "show/drift_ground.h"
#include "show/text_layer.h"
#include "theme/dress.h"

namespace lobby::show {

/// A slide laid out for a screen, with the strip over it.
struct Composition {
  playlist::Slide slide;
  scene::Scene scene;
  scene::Scene strip;
  std::optional<scene::Ticker> ticker;        ///< The line that runs beside both.
  std::optional<Date> day;                    ///< Of which it speaks; nothing while the clock could not be trusted.
  std::shared_ptr<const theme::Dress> dress;  ///< Of slide and strip alike. It lives as long as what it was used for.
  bool strip_is_above = false;                ///< And the ticker above it.
  int drift = 0;                              ///< Per cent of its side by which its picture may drift.
};

/// Where the surroundings ask for the strip above the slide, it hangs there if it can.
Composition compose(const playlist::Slide& slide, std::shared_ptr<const theme::Dress> dress,
                    const scene::Surroundings& surroundings, Size screen);
/// The same in a dress that outlives the composition.
Composition compose(const playlist::Slide& slide, const theme::Dress& dress, const scene::Surroundings& surroundings,
                    Size screen);

/// Whether a slide that stands would look otherwise in that dress now.
bool looks_otherwise(const Composition& standing, const std::shared_ptr<const theme::Dress>& dress,
                     const scene::Surroundings& surroundings, Size screen);

/// The strip of a composition as it would be now, where it hangs.
scene::Scene compose_strip(const Composition& composition, const scene::Surroundings& surroundings);

/// The ticker that runs in such surroundings.
std::optional<scene::Ticker> ticker_of(const theme::Dress& dress, const scene::Surroundings& surroundings, Size screen);

/// A finished frame: a slide with its strip, and what lies under the strip, so that the clock can change alone.
struct Frame {
  Composition composition;
  Canvas canvas;
  Rect strip_area;
  Canvas under_strip;
  std::vector<Part> under_texts;                    ///< Where the scene has texts, and the strip is not over them.
  std::optional<Drifting> drifting = std::nullopt;  ///< The frame is at its beginning.
};

/// Paints a composition. `pictures` are the decoded pictures of the scene, or none.
Frame paint_frame(Composition composition, const theme::Dress& dress, std::span<const Canvas> pictures);

/// The same over a ground that was painted already: what lies under the texts.
Frame frame_on(Canvas ground, Composition composition, const theme::Dress& dress);
Frame frame_on(DriftGround ground, Composition composition, const theme::Dress& dress);

/// Replaces the strip of a frame by a newer one.
void replace_strip(Frame& frame, scene::Scene strip, const theme::Dress& dress);

/// What surrounds the slides of a snapshot at a moment. `updated` is told to visitors once it is more than a day ago.
/// An alternating strip hangs below.
scene::Surroundings surroundings_of(const content::Snapshot& snapshot, const playlist::Moment& moment);

}  // namespace lobby::show
