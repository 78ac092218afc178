#include "stage/outline.h"

#include <gtest/gtest.h>

#include <array>
#include <numeric>

namespace lobby::stage {
namespace {

constexpr Colour pen{255, 255, 255};

/// How much of the canvas, black before, is white now, in pixels.
double lit(const Canvas& canvas) {
  double sum = 0;
  for (int y = 0; y < canvas.size().height; ++y) {
    for (int x = 0; x < canvas.size().width; ++x) sum += (canvas.row(y)[x] & 0xFFU) / 255.0;
  }
  return sum;
}

TEST(Outline, FillsTheAreaOfWhatItGoesRound) {
  Canvas canvas({100, 100});
  const std::array<Point, 3> triangle{{{10, 10}, {90, 30}, {20, 80}}};
  fill_outline(canvas, triangle, pen);
  const double area = std::abs((90 - 10) * (80 - 10) - (20 - 10) * (30 - 10)) / 2.0;
  EXPECT_NEAR(lit(canvas), area, area * 0.005);
}

TEST(Outline, CoversWholePixelsWhollyAndHalfOnesByHalf) {
  Canvas canvas({10, 10});
  const std::array<Point, 4> box{{{2.5, 2}, {6, 2}, {6, 5.5}, {2.5, 5.5}}};
  fill_outline(canvas, box, pen);
  EXPECT_EQ(canvas.row(3)[4], pack(pen));
  EXPECT_EQ(canvas.row(3)[6], 0xFF000000U);
  EXPECT_EQ(canvas.row(3)[2] & 0xFFU, 128U);
  EXPECT_EQ(canvas.row(5)[4] & 0xFFU, 128U);
}

TEST(Outline, HasNoHoleWhereItCrossesItself) {
  Canvas canvas({100, 100});
  const std::array<Point, 5> star{{{50, 5}, {80, 95}, {5, 38}, {95, 38}, {20, 95}}};
  fill_outline(canvas, star, pen);
  EXPECT_EQ(canvas.row(55)[50], pack(pen)) << "the middle of a star";
}

TEST(Outline, IsCutAtTheEdgesOfTheCanvas) {
  Canvas canvas({20, 20});
  const std::array<Point, 4> huge{{{-1e9, -1e9}, {1e9, -1e9}, {1e9, 1e9}, {-1e9, 1e9}}};
  fill_outline(canvas, huge, pen);
  EXPECT_EQ(lit(canvas), 400);
  Canvas beside({20, 20});
  const std::array<Point, 3> away{{{30, 0}, {40, 0}, {40, 10}}};
  fill_outline(beside, away, pen);
  draw_outline(beside, away, true, 2, pen);
  EXPECT_EQ(lit(beside), 0);
}

TEST(Outline, LinesHaveTheirWidthAndRoundEnds) {
  Canvas canvas({60, 20});
  const std::array<Point, 2> line{{{10, 10}, {50, 10}}};
  draw_outline(canvas, line, false, 4, pen);
  EXPECT_NEAR(lit(canvas), 40 * 4 + 3.14 * 4, 3);
  EXPECT_EQ(canvas.row(10)[30], pack(pen));
  EXPECT_EQ(canvas.row(13)[30], 0xFF000000U);
}

TEST(Outline, ClosesOnlyWhereItIsAskedTo) {
  const std::array<Point, 3> corner{{{5, 5}, {35, 5}, {35, 35}}};
  Canvas open({40, 40});
  draw_outline(open, corner, false, 2, pen);
  EXPECT_EQ(open.row(20)[20], 0xFF000000U);
  Canvas closed({40, 40});
  draw_outline(closed, corner, true, 2, pen);
  EXPECT_NE(closed.row(20)[20], 0xFF000000U);
}

TEST(Outline, LetsLightThroughEvenlyWhereLinesMeet) {
  Canvas canvas({40, 40});
  const std::array<Point, 3> corner{{{5, 20}, {20, 20}, {20, 35}}};
  draw_outline(canvas, corner, false, 6, {255, 255, 255, 100});
  EXPECT_EQ(canvas.row(20)[20], canvas.row(20)[10]) << "the corner is no darker than the lines";
}

}  // namespace
}  // namespace lobby::stage
