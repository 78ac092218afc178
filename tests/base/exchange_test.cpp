#include <gtest/gtest.h>

#include <thread>

#include "base/clock.h"
#include "base/colour.h"
#include "base/geometry.h"
#include "base/latest.h"
#include "base/slot.h"

namespace lobby {
namespace {

TEST(Latest, TheNewestValueWinsAndEachPutWakes) {
  int woken = 0;
  Latest<int> mailbox([&] { ++woken; });
  EXPECT_EQ(mailbox.get(), nullptr);
  mailbox.put(std::make_shared<const int>(1));
  mailbox.put(std::make_shared<const int>(2));
  EXPECT_EQ(*mailbox.get(), 2);
  EXPECT_EQ(*mailbox.get(), 2);
  EXPECT_EQ(woken, 2);
}

TEST(Slot, HoldsTheNewestValueUntilItIsTaken) {
  Slot<int> slot;
  EXPECT_EQ(slot.try_take(), std::nullopt);
  EXPECT_FALSE(slot.wait_for(std::chrono::milliseconds(0)));
  EXPECT_TRUE(slot.put(1));
  EXPECT_TRUE(slot.put(2));
  EXPECT_TRUE(slot.wait_for(std::chrono::milliseconds(0)));
  EXPECT_EQ(slot.take(), 2);
  EXPECT_EQ(slot.try_take(), std::nullopt);
}

TEST(Slot, CloseWakesAWaitingTakerAndDropsWhatIsThere) {
  Slot<int> slot;
  std::thread taker([&] { EXPECT_EQ(slot.take(), std::nullopt); });
  slot.close();
  taker.join();
  EXPECT_FALSE(slot.put(1));
  EXPECT_EQ(slot.try_take(), std::nullopt);
}

TEST(ManualClock, AWallJumpLeavesSteadyTimeAlone) {
  ManualClock clock(WallTime(std::chrono::seconds(100)));
  clock.advance(std::chrono::milliseconds(2500));
  clock.set_wall(WallTime(std::chrono::seconds(5)));
  EXPECT_EQ(clock.wall().time_since_epoch(), std::chrono::seconds(5));
  EXPECT_EQ(clock.steady().time_since_epoch(), std::chrono::milliseconds(2500));
}

TEST(Geometry, AnIntersectionIsEmptyWhereRectanglesOnlyTouch) {
  EXPECT_EQ(intersection({0, 0, 10, 10}, {5, 5, 10, 10}), (Rect{5, 5, 5, 5}));
  EXPECT_EQ(intersection({0, 0, 10, 10}, {10, 0, 5, 5}), Rect{});
}

TEST(Contrast, FollowsWcag) {
  EXPECT_NEAR(contrast_ratio({0, 0, 0}, {255, 255, 255}), 21.0, 1e-9);
  EXPECT_NEAR(contrast_ratio({119, 119, 119}, {255, 255, 255}), 4.48, 0.01);
}

}  // namespace
}  // namespace lobby
