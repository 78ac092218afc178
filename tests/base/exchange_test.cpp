#include <gtest/gtest.h>

#include <thread>

#include "base/bounded_queue.h"
#include "base/clock.h"
#include "base/colour.h"
#include "base/geometry.h"
#include "base/latest.h"

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

TEST(BoundedQueue, KeepsOrderAndRefusesWhatDoesNotFit) {
  BoundedQueue<int> queue(2);
  EXPECT_TRUE(queue.try_put(1));
  EXPECT_TRUE(queue.try_put(2));
  EXPECT_FALSE(queue.try_put(3));
  EXPECT_EQ(queue.try_take(), 1);
  EXPECT_EQ(queue.take(), 2);
  EXPECT_EQ(queue.try_take(), std::nullopt);
}

TEST(BoundedQueue, CloseWakesAWaitingTaker) {
  BoundedQueue<int> queue(1);
  std::thread taker([&] { EXPECT_EQ(queue.take(), std::nullopt); });
  queue.close();
  taker.join();
  EXPECT_FALSE(queue.try_put(1));
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
