#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/colour.h"
#include "base/geometry.h"
#include "scene/qr.h"

// The draw operations beside texts and pictures. All lengths are device pixels.
namespace lobby::scene {

struct FillOp {
  Rect box;
  Colour colour;
  std::optional<Colour> to;  ///< The colour at the other end of a grade.
  double angle = 0;          ///< Degrees: 0 left to right, 90 top to bottom.
  int radius = 0;
  bool operator==(const FillOp&) const = default;
};

/// Light that falls off from a centre to nothing at `radius`.
struct GlowOp {
  double x = 0, y = 0, radius = 0;
  Colour colour;
  bool operator==(const GlowOp&) const = default;
};

/// Blends `colour` over what lies under the box, just enough for `text` to reach a contrast of 7:1: fully below
/// `solid_from` (a y coordinate), fading to nothing at the upper edge. With a coverage it asks nothing of what is under
/// it, which may change.
struct ScrimOp {
  Rect box;
  int solid_from = 0;
  Colour colour;
  Colour text;
  std::optional<unsigned> coverage = std::nullopt;  ///< Of 255.
  bool operator==(const ScrimOp&) const = default;
};

enum class OrnamentShape { ring, rays, dots, star };

struct OrnamentOp {
  OrnamentShape shape = OrnamentShape::ring;
  double x = 0, y = 0, radius = 0, inner = 0, line = 1;
  int count = 0;
  Colour colour;
  bool operator==(const OrnamentOp&) const = default;
};

/// A place between pixels.
struct Spot {
  double x = 0, y = 0;
  bool operator==(const Spot&) const = default;
};

/// Straight lines, or the area that they go round. `box` is around all that is drawn.
struct ShapeOp {
  Rect box;
  std::vector<Spot> points;
  bool closed = true;  ///< The last point leads to the first.
  double line = 0;     ///< 0: filled.
  Colour colour;
  bool operator==(const ShapeOp&) const = default;
};

/// A drawing as large as it fits into its box, in the middle of it.
struct ArtOp {
  Rect box;
  std::shared_ptr<const std::string> svg;  ///< Plain, as a theme has it.
  std::optional<Colour> colour;            ///< Of the whole shape; nothing: its own colours.
  bool operator==(const ArtOp&) const = default;
};

/// A QR code: `box` with the quiet zone, a module so many pixels wide.
struct QrOp {
  Rect box;
  QrCode code;
  int module = 1;
  Colour colour;
  Colour ground;
  bool operator==(const QrOp&) const = default;
};

}  // namespace lobby::scene
