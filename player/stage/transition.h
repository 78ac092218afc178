#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/canvas.h"
#include "base/colour.h"
#include "base/geometry.h"

// What is drawn at each moment of the way from one frame to the next. Pure; any thread.
namespace lobby::stage {

enum class TransitionKind {
  fade,   ///< One frame becomes the other.
  slide,  ///< The new frame pushes the old one out.
  wipe,   ///< A soft edge uncovers the new frame.
  dip,    ///< The old frame sinks into a plain colour, and the new one rises from it.
};

/// Where readers' lines run to on a device that may be turned.
enum class Direction { right, down, left, up };

/// How a transition runs over a screen. Only the body moves; what lies outside of it, such as the strip, fades.
struct Route {
  TransitionKind kind = TransitionKind::fade;
  Rect body;
  Direction forward = Direction::right;
  bool operator==(const Route&) const = default;
};

enum class Layer { from, to, ground };

/// One of the frames, moved by so many pixels, or the plain ground.
struct View {
  Layer layer = Layer::from;
  int right = 0;
  int down = 0;
  bool operator==(const View&) const = default;
};

/// A part of the screen that shows `over` with a weight of 0 to 1 on `under`.
struct Patch {
  Rect area;
  View under;
  View over;
  double weight = 0;
  bool operator==(const Patch&) const = default;
};

/// What is drawn at a progress of 0 (all `from`) to 1 (all `to`): patches that cover the screen without gap or overlap,
/// and show no pixel that their frame does not have.
std::vector<Patch> patches_at(const Route& route, Size screen, double progress);

/// The largest part of a screen beside a bar that reaches from edge to edge; the whole screen where `bar` does not.
Rect body_beside(const Rect& bar, Size screen);

/// The two frames of a transition, which have one size, and the colour of `Layer::ground`.
class Mixer {
 public:
  Mixer(const Canvas& from, const Canvas& to, Colour ground);
  Size size() const { return to_.size(); }
  /// Draws the row `y` of the screen, which begins at `target`. Row by row, since narrow patches from top to bottom
  /// would fetch every row once each.
  void draw_row(std::span<const Patch> patches, int y, std::uint32_t* target) const;

 private:
  void draw_part(const Patch& patch, int y, std::uint32_t* target) const;
  const std::uint32_t* pixels(const View& view, int x, int y) const;

  const Canvas& from_;
  const Canvas& to_;
  std::vector<std::uint32_t> ground_;  ///< One row.
};

}  // namespace lobby::stage
