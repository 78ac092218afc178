#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/colour.h"
#include "base/geometry.h"
#include "base/picture_fit.h"
#include "scene/drawing.h"
#include "scene/measurer.h"

// A slide laid out for one screen size: draw operations in order, plain data. All lengths are device pixels.
namespace lobby::scene {

using lobby::Focus;
using lobby::PictureFit;
using lobby::PictureTone;

struct PictureOp {
  Rect box;
  std::string file;
  PictureFit fit = PictureFit::cover;
  Focus focus;
  PictureTone tone = PictureTone::natural;
  bool operator==(const PictureOp&) const = default;
};

struct Line {
  std::string text;
  int x = 0;         ///< Where the first letter's advance begins.
  int baseline = 0;  ///< y of the baseline.
  bool operator==(const Line&) const = default;
};

struct TextOp {
  std::string role;
  TextSetting setting;
  Colour colour;
  std::vector<Line> lines;
  Rect box;  ///< Of the ink: what must not be clipped.
  bool operator==(const TextOp&) const = default;
};

using Op = std::variant<FillOp, GlowOp, PictureOp, ScrimOp, OrnamentOp, ShapeOp, ArtOp, QrOp, TextOp>;

struct Scene {
  Size size;
  std::vector<Op> ops;
  bool operator==(const Scene&) const = default;

  /// The number of words that a visitor reads.
  int words() const;
  /// The pictures on it in the order in which they are drawn, `most_pictures` at most.
  std::vector<PictureOp> pictures() const;
};

/// A slide waits for all its pictures and holds them in memory.
inline constexpr std::size_t most_pictures = 4;

/// Cover where the crop loses at most a third of the picture, whole otherwise.
PictureFit fit_for(Size picture, Size box);

}  // namespace lobby::scene
