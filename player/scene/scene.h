#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/colour.h"
#include "base/geometry.h"
#include "scene/drawing.h"
#include "scene/measurer.h"

// A slide laid out for one screen size: draw operations in order, plain data. All lengths are device pixels.
namespace lobby::scene {

enum class PictureFit {
  cover,  ///< Fills the box; what does not fit is cropped.
  whole,  ///< All of it, over its own blurred enlargement.
};

enum class PictureTone { natural, grey };

/// What a crop spares: the point that lies as far across the picture as across the box; percents.
struct Focus {
  int x = 50;
  int y = 30;  ///< Above the middle are heads and flags.
  bool operator==(const Focus&) const = default;
};

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

/// The largest part of `box` with the aspect of `size`, in the middle of it.
Rect contained(Size size, const Rect& box);

}  // namespace lobby::scene
