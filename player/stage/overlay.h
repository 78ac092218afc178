#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "base/canvas.h"
#include "base/colour.h"
#include "base/geometry.h"
#include "stage/offset.h"

// What moves over every frame without being part of it. Main thread.
namespace lobby::stage {

/// Pixels of an overlay. They are uploaded once for each edition where a display draws with textures.
struct Tile {
  Canvas pixels;
  std::uint64_t edition = 0;  ///< Grows with every change.
};

/// A part of the screen and what is seen there: a tile, whose upper left corner lies at `origin`, or the plain ground.
struct OverlayPiece {
  Rect area;
  std::optional<std::size_t> tile;
  int origin_x = 0;
  int origin_y = 0;
  bool operator==(const OverlayPiece&) const = default;
};

/// Pieces that cover `area` of the screen without gap or overlap.
struct Overlay {
  Rect area;
  Colour ground;
  std::vector<Tile> tiles;
  std::vector<OverlayPiece> pieces;
};

/// Pixels in memory, row by row, that somebody else owns.
struct PixelRows {
  std::uint32_t* first = nullptr;
  std::ptrdiff_t stride = 0;  ///< From row to row, in pixels.
  Size size;
  std::uint32_t* row(int y) const { return first + stride * y; }
};

/// Draws an overlay that stands so many pixels beside its place; what leaves the target is left out.
void draw_overlay(const Overlay& overlay, Offset offset, const PixelRows& target);

/// The part of a screen of that size on which it then stands.
Rect area_of(const Overlay& overlay, Offset offset, Size screen);

}  // namespace lobby::stage
