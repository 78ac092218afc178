#include "scene/strip_side.h"

#include <gtest/gtest.h>

namespace lobby::scene {
namespace {

constexpr Size screen{1600, 900};
constexpr Rect band{0, 810, 1600, 90};
constexpr Colour dark{10, 20, 30};

FillOp fill(const Rect& box, Colour colour = dark) { return {box, colour, std::nullopt, 0, 0}; }

Scene strip_of(const FillOp& ground, std::vector<Op> more = {}) {
  Scene strip{screen, {ground}};
  for (auto& op : more) strip.ops.push_back(std::move(op));
  return strip;
}

TextOp clock_text() {
  TextOp text;
  text.lines = {{"08:41", 1400, 870}};
  text.box = {1400, 830, 100, 45};
  return text;
}

TEST(LiftedStrip, HangsAtTheUpperEdgeWithAllThatIsOnIt) {
  Scene strip = strip_of(fill(band), {clock_text()});
  EXPECT_EQ(lift_strip(strip), 90);
  EXPECT_EQ(std::get<FillOp>(strip.ops[0]).box, (Rect{0, 0, 1600, 90}));
  const auto& text = std::get<TextOp>(strip.ops[1]);
  EXPECT_EQ(text.box, (Rect{1400, 20, 100, 45}));
  EXPECT_EQ(text.lines[0].baseline, 60);
}

TEST(LiftedStrip, StaysWhereTheSlideWouldShineThroughIt) {
  const std::vector<FillOp> grounds{fill(band, {10, 20, 30, 200}),
                                    {band, dark, Colour{10, 20, 30, 200}, 0, 0},
                                    {band, dark, std::nullopt, 0, 12},
                                    fill({0, 810, 1500, 90}),
                                    fill({0, 810, 1600, 80})};
  for (const auto& ground : grounds) {
    Scene strip = strip_of(ground);
    EXPECT_EQ(lift_strip(strip), 0);
    EXPECT_EQ(strip, strip_of(ground));
  }
}

TEST(LiftedStrip, StaysWhereItDrawsBesideItsBand) {
  TextOp above = clock_text();
  above.box.y = 700;
  Scene strip = strip_of(fill(band), {above});
  EXPECT_EQ(lift_strip(strip), 0);
  Scene glowing = strip_of(fill(band), {GlowOp{800, 860, 50, dark}});
  EXPECT_EQ(lift_strip(glowing), 0) << "light has no edge";
}

TEST(LiftedStrip, StaysWhereItIsAllOrNothing) {
  Scene whole = strip_of(fill({0, 0, 1600, 900}));
  EXPECT_EQ(lift_strip(whole), 0);
  Scene none{screen, {}};
  EXPECT_EQ(lift_strip(none), 0);
}

TEST(LiftedStrip, LetsItsSlideMoveDownWhole) {
  Scene slide{screen,
              {fill({0, 0, 1600, 900}), GlowOp{800, 400, 50, dark}, ScrimOp{{0, 500, 1600, 310}, 600, dark, dark},
               OrnamentOp{OrnamentShape::ring, 800, 400, 20, 0, 1, 0, dark}, clock_text()}};
  move_down(slide, 90);
  EXPECT_EQ(std::get<FillOp>(slide.ops[0]).box, (Rect{0, 90, 1600, 900}));
  EXPECT_EQ(std::get<GlowOp>(slide.ops[1]).y, 490);
  EXPECT_EQ(std::get<ScrimOp>(slide.ops[2]).solid_from, 690);
  EXPECT_EQ(std::get<ScrimOp>(slide.ops[2]).box.y, 590);
  EXPECT_EQ(std::get<OrnamentOp>(slide.ops[3]).y, 490);
  EXPECT_EQ(std::get<TextOp>(slide.ops[4]).lines[0].baseline, 960);
}

}  // namespace
}  // namespace lobby::scene
