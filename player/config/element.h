#pragma once

#include <string>
#include <variant>
#include <vector>

#include "config/drawing.h"
#include "config/grid.h"
#include "config/layout_text.h"
#include "config/ticker_band.h"

// What a layout is made of. All lengths are percent, as in layout_text.h. Plain data; any thread.
namespace lobby::config {

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

/// A drawing of the theme, as large as it fits into the box.
struct Art {
  Box box;
  std::string file;    ///< A name of Theme::art.
  std::string colour;  ///< Of the whole shape; empty: its own colours.
  bool operator==(const Art&) const = default;
};

/// A QR code with its quiet zone, as large as whole pixels let it be in the box.
struct Qr {
  Box box;
  std::string text = "{link}";  ///< With fields in braces, as the parts of a text.
  std::string colour = "#000000";
  std::string ground = "#ffffff";
  bool operator==(const Qr&) const = default;
};

struct Element;

/// One part of a region. Where `when` does not hold the others share its room.
struct Cell {
  double weight = 1;
  Conditions when;
  std::vector<Element> elements;  ///< Boxes count in the cell.
  bool operator==(const Cell&) const = default;
};

enum class Direction { row, column };

/// A part of the screen that is divided among cells by their weights.
struct Region {
  Box box;
  Direction direction = Direction::row;
  double gap = 0;  ///< Between cells, percent of the shorter side.
  std::vector<Cell> cells;
  bool operator==(const Region&) const = default;
};

struct Element {
  Conditions when;
  std::variant<Fill, Glow, Picture, Scrim, Ornament, Stack, Rows, Table, Tiles, Region, Art, Qr, Shape, TickerBand>
      what;
  bool operator==(const Element&) const = default;
};

}  // namespace lobby::config
