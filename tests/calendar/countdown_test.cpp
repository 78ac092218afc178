#include "calendar/countdown.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "calendar/banner.h"

namespace lobby::calendar {
namespace {

using namespace std::chrono;
using testing::ElementsAre;
using testing::IsEmpty;

Anniversary counted(const std::string& name, std::variant<Date, YearlyDay> day, int countdown) {
  return {.name = name, .day = day, .countdown = countdown};
}

std::vector<std::string> countdowns_said_on(Date today, const std::vector<Anniversary>& anniversaries) {
  std::vector<std::string> result;
  for (const Countdown& countdown : countdowns_on(today, anniversaries)) result.push_back(countdown.sentence());
  return result;
}

const Anniversary army = counted("Ngày thành lập Quân đội nhân dân Việt Nam", 1944y / 12 / 22, 30);
const Anniversary tet = counted("Tết Nguyên đán", YearlyDay{LunarDay{1, 1}}, 60);

TEST(Countdown, CountsTheDaysThatAreLeftAndLeavesTheDayItselfToItsBanner) {
  EXPECT_THAT(countdowns_said_on(2026y / 11 / 21, {army}), IsEmpty());
  EXPECT_THAT(countdowns_said_on(2026y / 11 / 22, {army}),
              ElementsAre("Còn 30 ngày đến Ngày thành lập Quân đội nhân dân Việt Nam (22/12/1944 - 22/12/2026)"));
  EXPECT_THAT(countdowns_said_on(2026y / 12 / 17, {army}),
              ElementsAre("Còn 5 ngày đến Ngày thành lập Quân đội nhân dân Việt Nam (22/12/1944 - 22/12/2026)"));
  EXPECT_EQ(countdowns_on(2026y / 12 / 21, {army}).at(0).days_left, 1);
  EXPECT_THAT(countdowns_said_on(2026y / 12 / 22, {army}), IsEmpty());
  EXPECT_EQ(banners_on(2026y / 12 / 22, {army}).size(), 1U);
  EXPECT_THAT(countdowns_said_on(2026y / 12 / 23, {army}), IsEmpty());
}

TEST(Countdown, OfAWholeYearStillLeavesTheDayItselfToItsBanner) {
  const Anniversary whole = counted("Ngày hội", 1976y / 3 / 1, 365);
  EXPECT_THAT(countdowns_said_on(2028y / 3 / 1, {whole}), IsEmpty());
  EXPECT_EQ(countdowns_said_on(2028y / 3 / 2, {whole}).size(), 1U);
}

TEST(Countdown, ReachesAcrossNewYear) {
  EXPECT_THAT(countdowns_said_on(2027y / 12 / 31, {tet}),
              ElementsAre("Còn 26 ngày đến Tết Nguyên đán (Mùng 1 tháng Giêng, năm Mậu Thân - 26/1/2028)"));
  EXPECT_THAT(countdowns_said_on(2028y / 1 / 25, {tet}),
              ElementsAre("Còn 1 ngày đến Tết Nguyên đán (Mùng 1 tháng Giêng, năm Mậu Thân - 26/1/2028)"));
  EXPECT_THAT(countdowns_said_on(2028y / 1 / 26, {tet}), IsEmpty());
}

TEST(Countdown, CountsTheLeapDay) {
  const Anniversary border = counted("A", 1959y / 3 / 3, 10);
  EXPECT_EQ(countdowns_on(2027y / 2 / 27, {border})[0].days_left, 4);
  EXPECT_EQ(countdowns_on(2028y / 2 / 27, {border})[0].days_left, 5);
}

TEST(Countdown, ShowsTheNearestDayFirst) {
  const Anniversary later = counted("B", 1945y / 9 / 2, 30);
  const Anniversary sooner = counted("A", 1945y / 8 / 19, 30);
  EXPECT_THAT(countdowns_said_on(2026y / 8 / 10, {later, sooner}),
              ElementsAre("Còn 9 ngày đến A (19/8/1945 - 19/8/2026)", "Còn 23 ngày đến B (2/9/1945 - 2/9/2026)"));
}

TEST(Countdown, IsOnlyOfADayThatAsksForOne) {
  EXPECT_THAT(countdowns_said_on(2026y / 12 / 17, {counted("A", 1944y / 12 / 22, 0)}), IsEmpty());
}

TEST(Countdown, IsSilentOnADayOfMourning) {
  const Anniversary mourning{.name = "Ngày mất", .day = 1969y / 12 / 17, .tone = Tone::mourning};
  EXPECT_THAT(countdowns_said_on(2026y / 12 / 16, {army, mourning}).size(), 1U);
  EXPECT_THAT(countdowns_said_on(2026y / 12 / 17, {army, mourning}), IsEmpty());
  EXPECT_THAT(countdowns_said_on(2026y / 12 / 18, {army, mourning}).size(), 1U);
}

}  // namespace
}  // namespace lobby::calendar
