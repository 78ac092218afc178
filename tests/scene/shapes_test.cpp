#include <gtest/gtest.h>

#include <cmath>

#include "scene/placed_shape.h"

namespace lobby::scene {
namespace {

using config::Shape;
using config::ShapeForm;

constexpr Rect box{100, 200, 400, 200};
constexpr Colour gold{200, 160, 40};

TEST(PlacedShape, StretchesWithItsBox) {
  const Shape arrow{{}, ShapeForm::polygon, {{0, 0}, {100, 50}, {0, 100}}, 0, "gold"};
  const ShapeOp op = placed_shape(arrow, box, 0, gold);
  EXPECT_EQ(op.points, (std::vector<Spot>{{100, 200}, {500, 300}, {100, 400}}));
  EXPECT_TRUE(op.closed);
}

TEST(PlacedShape, OfLinesIsOpenAndItsBoxHoldsTheirWidth) {
  const Shape rule{{}, ShapeForm::line, {{0, 0}, {100, 0}}, 1, "gold"};
  const ShapeOp op = placed_shape(rule, box, 8, gold);
  EXPECT_FALSE(op.closed);
  EXPECT_LE(op.box.y, 196);
  EXPECT_GE(op.box.right(), 504);
}

TEST(PlacedShape, ACircleStaysRoundInAnyBoxAndAnEllipseFillsIt) {
  for (const auto& spot : placed_shape({{}, ShapeForm::circle, {}, 0, "gold"}, box, 0, gold).points) {
    EXPECT_NEAR(std::hypot(spot.x - 300, spot.y - 300), 100, 1e-9);
  }
  for (const auto& spot : placed_shape({{}, ShapeForm::ellipse, {}, 0, "gold"}, box, 0, gold).points) {
    EXPECT_NEAR(std::hypot((spot.x - 300) / 200, (spot.y - 300) / 100), 1, 1e-9);
  }
}

TEST(PlacedShape, ShowsNoCornersWhereItIsRound) {
  for (const int side : {2, 20, 200, 2160}) {
    const auto points = placed_shape({{}, ShapeForm::circle, {}, 0, "gold"}, {0, 0, side, side}, 0, gold).points;
    const double radius = side / 2.0;
    const double half_turn = std::acos(-1.0) / static_cast<double>(points.size());
    EXPECT_LE(radius * (1 - std::cos(half_turn)), 0.25) << side;
  }
}

}  // namespace
}  // namespace lobby::scene
