#pragma once

#include <optional>

#include "base/canvas.h"
#include "base/geometry.h"
#include "scene/scene.h"

// A picture that moves slowly behind what lies over it. Pure; any thread.
namespace lobby::stage {

/// What lies over a part of a frame. A pixel is 0xSSRRGGBB: a colour, weighed already, and how much is seen of what is
/// under it, 255 where nothing lies over it.
struct Veil {
  Rect area;  ///< Of the frame.
  Canvas pixels;
};

/// The same part of a frame painted over black and over white tells what lies over it.
Veil veil_of(Canvas over_black, const Canvas& over_white, const Rect& area);

/// Its pixels as renderers have them, the upper byte saying how much of what is under them is not seen.
Canvas covering_of(const Veil& veil);

/// A place in a picture, in pixels.
struct Place {
  int x = 0;
  int y = 0;
  bool operator==(const Place&) const = default;
};

/// A picture that is larger than the part of the frame in which it is seen, along one axis.
struct Drift {
  Rect area;  ///< Of the frame.
  Canvas picture;
  Place from;  ///< What of the picture stands in the upper left corner of the area at the beginning,
  Place to;    ///< and at the end. They differ along one axis.
  Veil veil;
};

/// The drift of a picture behind `area`, without a veil, over what a crop of it would leave out: `pan_for` says where
/// to. Nothing where it would stand.
std::optional<Drift> drift_over(const Canvas& picture, const Rect& area, Focus focus, int percent);

/// The picture as it is seen in the area, to a whole pixel, when a `share` of 0 to 1 of the way is done.
Canvas seen_at(const Drift& drift, double share);

/// Leaves of a drift what is seen in `visible`.
void clip(Drift& drift, const Rect& visible);

/// Which point of the picture stands in the upper left corner of the area when a `share` of 0 to 1 of the way is done.
scene::Spot place_at(const Drift& drift, double share);

/// Draws the moment of a drift at which a `share` of 0 to 1 of the way is done, veil and all. Between two pixels of the
/// way it mixes them, so that no step is longer than another.
void draw_drift(const Drift& drift, double share, Canvas& frame);

/// A drift on a frame of `size` that is turned clockwise by 0, 90, 180 or 270 degrees.
Drift turned(Drift drift, Size size, int degrees);

}  // namespace lobby::stage
