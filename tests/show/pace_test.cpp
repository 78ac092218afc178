#include "show/pace.h"

#include <gtest/gtest.h>

#include <random>

namespace lobby::show {
namespace {

using namespace std::chrono;

struct Display {
  double named;  ///< What it says of itself, in whole numbers.
  double real;
};

class PaceTest : public testing::TestWithParam<Display> {
 protected:
  /// The moment of a beat of the display, somewhere between two of our own, with so much jitter.
  SteadyTime beat(int number, double jitter) const {
    const double period = 1e9 / GetParam().real;
    return SteadyTime(nanoseconds(static_cast<std::int64_t>(period * (number + 0.47 + jitter))));
  }
};

TEST_P(PaceTest, EveryBeatHasTheNextFrameWhateverTheMomentOfDrawing) {
  Pace pace(SteadyTime{}, GetParam().named);
  std::minstd_rand random(7);
  std::uniform_real_distribution<double> jitter(0.0, 0.35);
  const auto first = pace.next_frame(beat(0, jitter(random)));
  for (int number = 1; number < 100'000; ++number) {
    ASSERT_EQ(pace.next_frame(beat(number, jitter(random))), first + number);
  }
}

TEST_P(PaceTest, AMissedBeatIsSteppedOver) {
  Pace pace(SteadyTime{}, GetParam().named);
  const auto first = pace.next_frame(beat(0, 0));
  EXPECT_EQ(pace.next_frame(beat(1, 0)), first + 1);
  EXPECT_EQ(pace.next_frame(beat(4, 0)), first + 4);
  EXPECT_EQ(pace.next_frame(beat(5, 0)), first + 5);
}

TEST_P(PaceTest, WhereTheDisplayDoesNotWaitTheLatenessOfOneFrameIsNotHandedOn) {
  Pace pace(SteadyTime{}, GetParam().named);
  SteadyTime now = SteadyTime{} + pace.period();
  for (int number = 1; number <= 1000; ++number) {
    ASSERT_EQ(pace.next_frame(now), number);
    now = pace.next_beat() + pace.period() / (number % 2 == 0 ? 4 : 16);
  }
}

INSTANTIATE_TEST_SUITE_P(Displays, PaceTest,
                         testing::Values(Display{24, 24}, Display{24, 23.976}, Display{25, 25}, Display{30, 29.97},
                                         Display{50, 50}, Display{60, 60}, Display{60, 59.94}),
                         [](const auto& display) {
                           return "named_" + std::to_string(static_cast<int>(display.param.named)) + "_real_" +
                                  std::to_string(static_cast<int>(display.param.real * 1000));
                         });

TEST(Pace, FramesAreSeenAtWholePeriods) {
  const Pace pace(SteadyTime{}, 25);
  EXPECT_EQ(pace.seen_after(1), 40ms);
  EXPECT_EQ(pace.seen_after(10), 400ms);
}

}  // namespace
}  // namespace lobby::show
