#include "stage/transition.h"

#include <gtest/gtest.h>

namespace lobby::stage {
namespace {

constexpr Size screen{160, 90};
constexpr Rect body{0, 0, 160, 80};
constexpr View old_frame{Layer::from, 0, 0};
constexpr View new_frame{Layer::to, 0, 0};
constexpr View plain{Layer::ground, 0, 0};
constexpr Rect strip{0, 80, 160, 10};

TEST(Transition, SaysWhatIsDrawnAtEachMoment) {
  struct Case {
    Route route;
    double progress;
    std::vector<Patch> patches;
  };
  const Patch half_strip{strip, old_frame, new_frame, 0.5};
  const Case cases[] = {
      {{TransitionKind::fade, body}, 0.5, {half_strip, {body, old_frame, new_frame, 0.5}}},
      {{TransitionKind::dip, body}, 0.25, {{strip, old_frame, new_frame, 0.25}, {body, old_frame, plain, 0.5}}},
      {{TransitionKind::dip, body}, 0.75, {{strip, old_frame, new_frame, 0.75}, {body, plain, new_frame, 0.5}}},
      {{TransitionKind::slide, body},
       0.25,
       {{strip, old_frame, new_frame, 0.25},
        {{0, 0, 120, 80}, {Layer::from, -40, 0}, {Layer::from, -40, 0}, 0},
        {{120, 0, 40, 80}, {Layer::to, 120, 0}, {Layer::to, 120, 0}, 0}}},
      {{TransitionKind::slide, body, Direction::up},
       0.5,
       {half_strip,
        {{0, 40, 160, 40}, {Layer::from, 0, 40}, {Layer::from, 0, 40}, 0},
        {{0, 0, 160, 40}, {Layer::to, 0, -40}, {Layer::to, 0, -40}, 0}}},
  };
  for (const auto& [route, progress, patches] : cases) EXPECT_EQ(patches_at(route, screen, progress), patches);
}

TEST(Transition, AWipeUncoversTheNewFrameInReadingDirection) {
  const auto patches = patches_at({TransitionKind::wipe, body}, screen, 0.5);
  EXPECT_EQ(patches[1], (Patch{{0, 0, 76, 80}, new_frame, new_frame, 0}));
  EXPECT_EQ(patches.back(), (Patch{{84, 0, 76, 80}, old_frame, old_frame, 0}));
  EXPECT_EQ(patches.size(), 11U);
}

/// Each pixel of the screen is its row and column in both frames, with the frame in the blue channel.
Canvas numbered(unsigned frame) {
  Canvas canvas(screen);
  for (int y = 0; y < screen.height; ++y) {
    for (int x = 0; x < screen.width; ++x) {
      canvas.row(y)[x] = 0xFF000000U | static_cast<unsigned>(x) << 16U | static_cast<unsigned>(y) << 8U | frame;
    }
  }
  return canvas;
}

class EveryTransition : public testing::TestWithParam<std::tuple<TransitionKind, Direction>> {
 protected:
  Route route{std::get<0>(GetParam()), body, std::get<1>(GetParam())};
};

TEST_P(EveryTransition, CoversEachPixelOnceAndShowsOnlyWhatAFrameHas) {
  for (int step = 0; step <= 100; ++step) {
    std::vector<int> covered(static_cast<std::size_t>(screen.width * screen.height));
    for (const Patch& patch : patches_at(route, screen, step / 100.0)) {
      const Rect& area = patch.area;
      ASSERT_EQ(intersection(area, {0, 0, screen.width, screen.height}), area);
      for (const View& view : {patch.under, patch.over}) {
        const Rect source{area.x - view.right, area.y - view.down, area.width, area.height};
        ASSERT_EQ(intersection(source, {0, 0, screen.width, screen.height}), source);
      }
      for (int y = area.y; y < area.bottom(); ++y) {
        for (int x = area.x; x < area.right(); ++x) ++covered[static_cast<std::size_t>(y * screen.width + x)];
      }
    }
    ASSERT_EQ(std::ranges::count(covered, 1), screen.width * screen.height) << step;
  }
}

TEST_P(EveryTransition, LeadsFromOneFrameToTheOther) {
  const Canvas from = numbered(1);
  const Canvas to = numbered(2);
  const Mixer mixer(from, to, {9, 9, 9});
  for (const double end : {0.0, 1.0}) {
    Canvas drawn(screen);
    const auto patches = patches_at(route, screen, end);
    for (int y = 0; y < screen.height; ++y) mixer.draw_row(patches, y, drawn.row(y));
    EXPECT_EQ(drawn, end == 0.0 ? from : to);
  }
}

INSTANTIATE_TEST_SUITE_P(Kinds, EveryTransition,
                         testing::Combine(testing::Values(TransitionKind::fade, TransitionKind::slide,
                                                          TransitionKind::wipe, TransitionKind::dip),
                                          testing::Values(Direction::right, Direction::down, Direction::left,
                                                          Direction::up)));

TEST(Transition, TheStripStandsBesideTheBody) {
  struct Case {
    Rect bar;
    Rect body;
  };
  const Case cases[] = {
      {{0, 80, 160, 10}, {0, 0, 160, 80}}, {{0, 0, 160, 10}, {0, 10, 160, 80}}, {{150, 0, 10, 90}, {0, 0, 150, 90}},
      {{0, 0, 10, 90}, {10, 0, 150, 90}},  {{5, 80, 150, 10}, {0, 0, 160, 90}}, {{}, {0, 0, 160, 90}},
  };
  for (const auto& [bar, beside] : cases) EXPECT_EQ(body_beside(bar, screen), beside);
}

TEST(Turned, AnAreaTurnsWithItsCanvas) {
  Canvas canvas({30, 20});
  canvas.row(4)[7] = 0xFFFFFFFFU;
  for (const int degrees : {0, 90, 180, 270}) {
    const Rect area = turned(Rect{7, 4, 1, 1}, canvas.size(), degrees);
    EXPECT_EQ(turned(canvas, degrees).row(area.y)[area.x], 0xFFFFFFFFU) << degrees;
  }
}

}  // namespace
}  // namespace lobby::stage
