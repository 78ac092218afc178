#include "stage/overlay.h"

#include <gtest/gtest.h>

#include <string>

namespace lobby::stage {
namespace {

/// A canvas of letters, which stand for colours.
Canvas canvas_of(const std::vector<std::string>& rows) {
  Canvas canvas({static_cast<int>(rows.front().size()), static_cast<int>(rows.size())});
  for (std::size_t y = 0; y < rows.size(); ++y) {
    for (std::size_t x = 0; x < rows[y].size(); ++x) {
      canvas.row(static_cast<int>(y))[x] = 0xFF000000U | static_cast<unsigned char>(rows[y][x]);
    }
  }
  return canvas;
}

std::vector<std::string> rows_of(const Canvas& canvas) {
  std::vector<std::string> rows;
  for (int y = 0; y < canvas.size().height; ++y) {
    auto& row = rows.emplace_back();
    for (int x = 0; x < canvas.size().width; ++x) row += static_cast<char>(canvas.row(y)[x] & 0xFFU);
  }
  return rows;
}

/// «abc» that begins a pixel left of the screen, and the ground beside it, in the lowest row.
Overlay overlay() {
  Overlay made{{0, 2, 5, 1}, {0, 0, '_'}, {}, {}};
  made.tiles.push_back({canvas_of({"abc"}), 1});
  made.pieces = {{{0, 2, 2, 1}, 0, -1, 2}, {{2, 2, 3, 1}, std::nullopt, 0, 0}};
  return made;
}

std::vector<std::string> drawn(Offset offset) {
  Canvas screen = canvas_of({".....", ".....", "....."});
  draw_overlay(overlay(), offset, {screen.row(0), 5, screen.size()});
  return rows_of(screen);
}

TEST(Overlay, ShowsItsTilesWhereTheyLieAndTheGroundBesideThem) {
  EXPECT_EQ(drawn({}), (std::vector<std::string>{".....", ".....", "bc___"}));
}

TEST(Overlay, StandsBesideItsPlaceAndWhatLeavesTheScreenIsLeftOut) {
  EXPECT_EQ(drawn({1, -1}), (std::vector<std::string>{".....", ".bc__", "....."}));
  EXPECT_EQ(drawn({-1, -2}), (std::vector<std::string>{"c___.", ".....", "....."}));
  EXPECT_EQ(drawn({0, 1}), (std::vector<std::string>{".....", ".....", "....."}));
  EXPECT_EQ(area_of(overlay(), {1, -1}, {5, 3}), (Rect{1, 1, 4, 1}));
}

}  // namespace
}  // namespace lobby::stage
