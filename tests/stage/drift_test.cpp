#include "stage/drift.h"

#include <gtest/gtest.h>

#include <cmath>

#include "greatest_difference.h"
#include "picture/fitted.h"
#include "stage/painter.h"

namespace lobby::stage {
namespace {

/// A picture without two places that look alike, and without the colours of skin.
Canvas landscape(Size size) {
  Canvas canvas(size);
  for (int y = 0; y < size.height; ++y) {
    for (int x = 0; x < size.width; ++x) {
      const double wave = 90 * std::sin(x * 0.05) + 90 * std::cos(y * 0.04);
      const auto light = static_cast<std::uint8_t>(std::lround(128 + wave / 2));
      const auto down = static_cast<std::uint8_t>(128 + y * 127 / size.height);
      const auto right = static_cast<std::uint8_t>(128 + x * 127 / size.width);
      canvas.row(y)[x] = pack({static_cast<std::uint8_t>(light / 2), down, right});
    }
  }
  return canvas;
}

constexpr Rect area{10, 20, 300, 160};

Drift upwards() { return drift_over(landscape({300, 400}), area, {}, 10).value(); }

TEST(Drift, ArrivesAtTheCropOfAPictureThatStands) {
  const Drift drift = upwards();
  EXPECT_EQ(drift.from, (Place{0, 16}));
  EXPECT_EQ(drift.to, Place());
  EXPECT_EQ(drift.picture.size(), (Size{300, 176}));
  EXPECT_EQ(seen_at(drift, 1), picture::fitted(landscape({300, 400}), {300, 160}, PictureFit::cover));
}

TEST(Drift, GoesAlongTheSideThatTheCropCuts) {
  const auto drift = drift_over(landscape({800, 160}), area, {}, 10).value();
  EXPECT_EQ(drift.picture.size(), (Size{330, 160}));
  EXPECT_EQ(drift.from.y, drift.to.y);
}

TEST(Drift, StandsWhereNothingIsLeftOut) {
  EXPECT_FALSE(drift_over(landscape({300, 160}), area, {}, 10));
  EXPECT_FALSE(drift_over(landscape({300, 400}), area, {}, 0));
}

TEST(Drift, DrawsBothEndsToThePixel) {
  const Drift drift = upwards();
  for (const double share : {0.0, 1.0}) {
    Canvas frame({320, 200});
    draw_drift(drift, share, frame);
    EXPECT_EQ(part_of(frame, area), seen_at(drift, share));
    place_part(Canvas({area.width, area.height}), frame, area);
    EXPECT_EQ(frame, Canvas({320, 200})) << "nothing beside the area was touched";
  }
}

TEST(Drift, EveryStepIsAsLongAsTheOthers) {
  Canvas slope({40, 120});
  for (int y = 0; y < 120; ++y) std::fill_n(slope.row(y), 40, pack({static_cast<std::uint8_t>(2 * y), 0, 0}));
  const Drift drift{{0, 0, 40, 100}, slope, {0, 20}, {0, 0}, {}};
  Canvas frame({40, 100});
  for (int step = 0; step <= 160; ++step) {
    draw_drift(drift, step / 160.0, frame);
    EXPECT_NEAR(unpack(frame.row(50)[20]).red, 2 * (50 + 20 - step / 8.0), 1) << step;
  }
}

// The scene of a photo: a scrim, a line and a drawing over it.
scene::Scene with_scrim() {
  scene::Scene scene{{320, 200}, {}};
  scene.ops.emplace_back(scene::FillOp{{0, 0, 320, 200}, {90, 20, 30}, std::nullopt, 0, 0});
  scene.ops.emplace_back(scene::PictureOp{area, "photo.jpg", {}, {}, {}});
  scene.ops.emplace_back(scene::ScrimOp{{10, 100, 300, 80}, 140, {10, 20, 40}, {255, 255, 255}, 150});
  scene.ops.emplace_back(scene::FillOp{{30, 60, 100, 80}, {255, 220, 0, 120}, std::nullopt, 0, 12});
  scene.ops.emplace_back(scene::OrnamentOp{scene::OrnamentShape::ring, 200, 120, 30, 0, 4, 0, {255, 255, 255}});
  return scene;
}

TEST(Drift, WhatLiesOverItLooksAsIfItHadBeenPaintedThere) {
  const auto scene = with_scrim();
  Drift drift = upwards();
  const auto over = [&](Colour colour) {
    Canvas plain({area.width, area.height});
    for (int y = 0; y < area.height; ++y) std::fill_n(plain.row(y), area.width, pack(colour));
    return part_of(painted_ground(scene, std::vector{plain}), area);
  };
  drift.veil = veil_of(over({0, 0, 0}), over({255, 255, 255}), area);
  for (const double share : {0.0, 0.5, 1.0}) {
    Canvas frame = painted_ground(scene, {});
    draw_drift(drift, share, frame);
    EXPECT_LE(greatest_difference(frame, painted_ground(scene, std::vector{seen_at(drift, share)})), 2) << share;
  }
}

TEST(Drift, ScrimsKeepTheStrengthThatOneOfItsPlacesNeeds) {
  Canvas bright_below({300, 400});
  for (int y = 120; y < 160; ++y) std::fill_n(bright_below.row(y), 300, pack({255, 255, 255}));
  auto scene = with_scrim();
  std::get<scene::ScrimOp>(scene.ops[2]).coverage.reset();
  const auto dark = std::vector{Canvas({300, 160})};
  const auto bright = std::vector{part_of(bright_below, {0, 0, 300, 160})};
  const auto coverage = [](const scene::Scene& of) { return std::get<scene::ScrimOp>(of.ops[2]).coverage; };
  EXPECT_EQ(coverage(with_scrims_for(scene, dark)), 0U);
  const auto needed = coverage(with_scrims_for(scene, bright));
  EXPECT_GT(needed, 100U);
  EXPECT_EQ(coverage(with_scrims_for(with_scrims_for(scene, dark), bright)), needed);
  EXPECT_EQ(coverage(with_scrims_for(with_scrims_for(scene, bright), dark)), needed);
}

TEST(Drift, IsTurnedWithItsFrame) {
  Drift drift = upwards();
  const auto scene = with_scrim();
  drift.veil = veil_of(Canvas({300, 80}), landscape({300, 80}), {10, 100, 300, 80});
  for (const int degrees : {0, 90, 180, 270}) {
    Canvas frame({320, 200});
    draw_drift(drift, 0.3, frame);
    Canvas device = turned(Canvas({320, 200}), degrees);
    draw_drift(turned(drift, {320, 200}, degrees), 0.3, device);
    EXPECT_LE(greatest_difference(device, turned(frame, degrees)), 1) << degrees;
  }
}

TEST(Drift, ShowsOnlyWhatIsNotHidden) {
  Drift drift = upwards();
  Canvas whole({320, 200});
  draw_drift(drift, 0.5, whole);
  const Rect visible{0, 0, 320, 150};
  clip(drift, visible);
  Canvas clipped({320, 200});
  draw_drift(drift, 0.5, clipped);
  EXPECT_EQ(part_of(clipped, visible), part_of(whole, visible));
  EXPECT_EQ(part_of(clipped, {0, 150, 320, 50}), Canvas({320, 50}));
}

}  // namespace
}  // namespace lobby::stage
