#pragma once

#include <string>
#include <vector>

// What a layout draws beside texts. All lengths are percent, as in layout_text.h. Plain data; any thread.
namespace lobby::config {

struct Box {
  double x = 0, y = 0, width = 100, height = 100;
  bool operator==(const Box&) const = default;
};

/// A plain or graded rectangle.
struct Fill {
  Box box;
  std::string colour;
  std::string to;     ///< The colour at the other end; empty: plain.
  double angle = 0;   ///< Direction of the grade in degrees: 0 left to right, 90 top to bottom.
  double radius = 0;  ///< Of the corners.
  bool operator==(const Fill&) const = default;
};

/// A radial glow, strongest in the middle.
struct Glow {
  double x = 50, y = 50, radius = 50;  ///< Centre in percent of width and height; radius of the shorter side.
  std::string colour;
  bool operator==(const Glow&) const = default;
};

enum class PictureFit {
  automatic,  ///< Cover, or blurred where the crop would lose more than a third.
  cover,      ///< Fills the box; what does not fit is cropped.
  contain,    ///< All of it, and nothing where it leaves the box free.
  blurred,    ///< All of it, over its own blurred enlargement.
};

/// One of the slide's pictures.
struct Picture {
  Box box;
  PictureFit fit = PictureFit::automatic;
  int focus_x = 50, focus_y = 30;  ///< Percent of the picture: what a crop spares first.
  int index = 0;                   ///< 0 is the lead picture.
  bool operator==(const Picture&) const = default;
};

/// Darkens what lies under a box just enough for text of `text` colour to reach a contrast of 7:1, fading out
/// towards its upper edge.
struct Scrim {
  Box box;
  std::string colour;
  std::string text = "text";
  bool operator==(const Scrim&) const = default;
};

enum class OrnamentShape { ring, rays, dots, star };

/// Line art around a centre: a ring, a circle of rays or dots, a star polygon.
struct Ornament {
  OrnamentShape shape = OrnamentShape::ring;
  double x = 50, y = 50;  ///< Centre in percent of width and height.
  double radius = 20;     ///< Outer radius, percent of the shorter side.
  double inner = 0;       ///< Inner radius of rays and stars, radius of each dot.
  int count = 0;          ///< Rays, dots or points.
  double line = 0.15;     ///< Line width.
  std::string colour;
  bool operator==(const Ornament&) const = default;
};

enum class ShapeForm {
  polygon,  ///< The area that straight lines go round.
  line,     ///< Straight lines, each from the end of the one before.
  ellipse,  ///< Touches all sides of the box.
  circle,   ///< The largest one in the middle of the box.
};

/// A corner of a shape, percent of its box.
struct Corner {
  double x = 0, y = 0;
  bool operator==(const Corner&) const = default;
};

struct Shape {
  Box box;
  ShapeForm form = ShapeForm::polygon;
  std::vector<Corner> points;  ///< None where the form needs none.
  double line = 0;             ///< Line width; 0: filled.
  std::string colour;
  bool operator==(const Shape&) const = default;
};

}  // namespace lobby::config
