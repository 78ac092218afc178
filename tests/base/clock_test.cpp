#include "base/clock.h"

#include <gtest/gtest.h>

namespace lobby {
namespace {

using namespace std::chrono_literals;

const WallTime truth = std::chrono::sys_days(std::chrono::year(2026) / 11 / 28) + 8h;

TEST(AnInstant, OfThisRunIsTheSameHoweverTheClockIsSet) {
  ManualClock clock(WallTime{}, SteadyTime(1h));
  const Instant happened(clock);
  clock.advance(90s);
  EXPECT_EQ(happened.by(clock.wall(), clock.steady()), WallTime{});
  clock.set_wall(truth);
  EXPECT_EQ(happened.by(clock.wall(), clock.steady()), truth - 90s);
}

TEST(AnInstant, OfAnEarlierRunIsWhatTheClockSaidThen) {
  EXPECT_EQ(Instant(truth).by(truth + 48h, SteadyTime(1h)), truth);
}

TEST(AnInstant, IsEarlierInAnEarlierRunThanInThisOne) {
  ManualClock clock(WallTime{}, SteadyTime(1h));
  const Instant first(clock);
  clock.advance(1s);
  EXPECT_LT(Instant(truth), first);
  EXPECT_LT(first, Instant(clock));
  EXPECT_LT(Instant(truth), Instant(truth + 1s));
}

}  // namespace
}  // namespace lobby
