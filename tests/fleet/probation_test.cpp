#include "fleet/probation.h"

#include <gtest/gtest.h>

namespace lobby::fleet {
namespace {

using namespace std::chrono_literals;

const SteadyTime start;

show::Vitals showing(const std::string& folder) { return {.folder = folder, .content = true, .sources = true}; }

/// A board that is busy takes more than two seconds to read a theme.
TEST(Probation, GivesABundleAMinuteAndAHalfToComeToTheScreenHoweverShortItIs) {
  Probation probation("/b", showing("/a"), start, 2s);
  EXPECT_EQ(probation.judge(showing("/a"), start + 89s).verdict, Probation::Verdict::none);
  EXPECT_EQ(probation.judge(showing("/a"), start + 90s).reason, "nothing of it came to the screen");
  Probation late("/b", showing("/a"), start, 2s);
  EXPECT_EQ(late.judge(showing("/a"), start + 40s).verdict, Probation::Verdict::none);
  EXPECT_EQ(late.judge(showing("/b"), start + 41s).verdict, Probation::Verdict::passed);
}

/// The standby slide need not stand for a whole probation.
TEST(Probation, WaitsTwoMinutesForSomethingToShow) {
  show::Vitals empty = showing("/b");
  empty.content = false;
  Probation probation("/b", showing("/a"), start, 10min);
  EXPECT_EQ(probation.judge(empty, start + 119s).verdict, Probation::Verdict::none);
  const auto judgement = probation.judge(empty, start + 120s);
  EXPECT_EQ(judgement.reason, "it has nothing to show");
  EXPECT_TRUE(judgement.may_pass);
  Probation dark("/b", showing("/a"), start, 10min);
  empty.dark = true;
  EXPECT_EQ(dark.judge(empty, start + 500s).verdict, Probation::Verdict::none);
}

TEST(Settling, IsOverOnceTheBundleHasBeenOnTheScreenForAWhile) {
  Settling settling("/b", 10min);
  EXPECT_FALSE(settling.is_over({}, start));
  EXPECT_FALSE(settling.is_over(showing("/b"), start + 1min));
  EXPECT_FALSE(settling.is_over(showing("/b"), start + 10min));
  EXPECT_TRUE(settling.is_over(showing("/b"), start + 11min));
}

TEST(Settling, IsNotOverWhileTheScreenIsDarkHoweverLong) {
  Settling settling("/b", 10min);
  EXPECT_FALSE(settling.is_over(showing("/b"), start));
  auto dark = showing("/b");
  dark.dark = true;
  EXPECT_FALSE(settling.is_over(dark, start + 8h));
  EXPECT_FALSE(settling.is_over(showing("/b"), start + 9h));
  EXPECT_TRUE(settling.is_over(showing("/b"), start + 9h + 10min));
}

}  // namespace
}  // namespace lobby::fleet
