#pragma once

#include <optional>
#include <string>
#include <vector>

#include "config/drawing.h"
#include "config/layout_text.h"

// What a layout draws once for each part of a slide and lays out by itself. All lengths are percent, as in
// layout_text.h. Plain data; any thread.
namespace lobby::config {

/// The table of a slide that has one: each column as wide as what stands in it asks for. Each of the lists is a stack,
/// in which `{cell}` is what stands in that place.
struct Table {
  Box box;
  double gap = 3;    ///< Between columns, half of it beside the outermost; percent of the shorter side.
  std::string rule;  ///< Colour of the hairline under the head and each row; empty: none.
  std::string mark;  ///< Colour under the rows that count now; empty: none.
  std::vector<Text> head;
  std::vector<Text> cells;
  std::vector<Text> marked;  ///< Of the rows that count now; empty: as `cells`.
  bool operator==(const Table&) const = default;
};

/// A drawing in each tile, as wide as the tile and `size` high.
struct TileArt {
  std::string file;  ///< A name of Theme::art, or one with `{icon}` in it.
  double size = 10;  ///< Percent of the shorter side.
  double gap = 2;    ///< Above it, and below it; percent of the shorter side.
  int after = 0;     ///< It stands after so many of the texts.
  bool operator==(const TileArt&) const = default;
};

/// One stack for each row of the slide (a figure), side by side in as many columns as let them be largest.
struct Tiles {
  Box box;
  double gap = 4;    ///< Between tiles both ways; percent of the shorter side.
  std::string rule;  ///< Colour of the line above each tile; empty: none.
  std::vector<Text> texts;
  std::optional<TileArt> art = std::nullopt;
  bool operator==(const Tiles&) const = default;
};

}  // namespace lobby::config
