#pragma once

#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/colour.h"
#include "config/config.h"

// How slides look, as a designer writes it in layouts/<theme>/*.yaml. All lengths are percent: boxes of the screen's
// width and height, text sizes, gaps, radii and line widths of its shorter side. Plain data; any thread.
namespace lobby::config {

/// Something that is true or false of a slide and its screen. An element or variant shows only where every fact in
/// `when` holds; a leading `no_` in YAML («no_photo») asks for the opposite.
enum class Fact { landscape, portrait, photo, summary, memorial, round_year, joint, urgent };

struct Condition {
  Fact fact;
  bool holds = true;
  bool operator==(const Condition&) const = default;
};
using Conditions = std::vector<Condition>;

struct Box {
  double x = 0, y = 0, width = 100, height = 100;
  bool operator==(const Box&) const = default;
};

enum class HorizontalAlign { left, centre, right };
enum class VerticalAlign { top, middle, bottom };
enum class Digits { natural, equal };        ///< equal: every digit takes the width of the widest.
enum class Presence { required, optional };  ///< optional: left out where there is no room for it.
enum class Capitals { as_written, all };

/// A run of text. `parts` may hold fields in braces («{title}», «{weekday_date}»); a part whose fields are all empty
/// is dropped, what is left is joined by `separator`, and a text without parts is not drawn.
struct Text {
  std::string role;  ///< Its name in the snapshot's index: title, summary, kicker, …
  std::vector<std::string> parts;
  std::string separator = " · ";
  std::string face;    ///< A name of Theme::faces.
  double least = 3.4;  ///< Smallest size, percent of the shorter side.
  double most = 3.4;   ///< Largest size: the text takes the largest at which everything fits.
  int lines = 1;       ///< At most so many.
  HorizontalAlign align = HorizontalAlign::left;
  std::string colour = "text";  ///< A name of Theme::palette.
  Digits digits = Digits::natural;
  Presence presence = Presence::required;
  Capitals capitals = Capitals::as_written;
  double tracking = 0;  ///< Extra space between letters, percent of the text size.
  double gap = 2;       ///< Space above it inside a stack, percent of the shorter side.
  Conditions when;
  bool operator==(const Text&) const = default;
};

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
  double inner = 0;       ///< Inner radius of rays and stars.
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

/// How one slide kind looks: elements drawn in order. `page` is the part of the screen they are placed on.
struct Layout {
  std::vector<Element> elements;
  bool operator==(const Layout&) const = default;
};

/// A face is a list of font files: the first is the face, the others serve words that it lacks.
struct Theme {
  std::string name;
  std::map<std::string, Colour> palette;
  std::map<std::string, std::vector<std::string>> faces;  ///< Names of files in fonts/.
  std::map<std::string, Layout> layouts;                  ///< By file name without .yaml: headline, photo, …, strip.
  bool operator==(const Theme&) const = default;
};

/// Parses theme.yaml: `palette` and `faces`.
Checked<Theme> parse_theme(std::string_view yaml, const std::string& file);

/// Parses one layout file; names of colours and faces are checked against `theme`, fields in braces against the list of
/// known fields.
Checked<Layout> parse_layout(std::string_view yaml, const std::string& file, const Theme& theme);

}  // namespace lobby::config
