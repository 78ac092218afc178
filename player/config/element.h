#pragma once

#include <string>
#include <variant>
#include <vector>

#include "config/layout_text.h"

// What a layout is made of. All lengths are percent, as in layout_text.h. Plain data; any thread.
namespace lobby::config {

struct Box {
  double x = 0, y = 0, width = 100, height = 100;
  bool operator==(const Box&) const = default;
};

enum class VerticalAlign { top, middle, bottom };

/// Texts one under the other, set together so that all fit: the sizes of those with a range are chosen, then
/// optional ones are shortened or left out.
struct Stack {
  Box box;
  VerticalAlign align = VerticalAlign::top;
  std::vector<Text> texts;
  bool operator==(const Stack&) const = default;
};

/// One column of repeated rows: a stack per row. `width` is percent of the screen's width.
struct Column {
  double width = 0;
  VerticalAlign align = VerticalAlign::middle;
  std::vector<Text> texts;
  bool operator==(const Column&) const = default;
};

/// A table with one row for each part of the slide (headlines of a list, anniversaries of a joint banner).
struct Rows {
  Box box;
  int most = 5;      ///< At most so many rows.
  double gap = 3;    ///< Between columns, percent of the shorter side.
  std::string rule;  ///< Colour of the hairline above each row; empty: none.
  std::vector<Column> columns;
  bool operator==(const Rows&) const = default;
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

/// The slide's photo: cover with a safe crop, or whole over its own blurred enlargement where the crop would lose
/// more than a third.
struct Picture {
  Box box;
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

struct Element {
  Conditions when;
  std::variant<Fill, Glow, Picture, Scrim, Ornament, Stack, Rows> what;
  bool operator==(const Element&) const = default;
};

}  // namespace lobby::config
