#include "calendar/anniversary.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/format.h"
#include "calendar/banner.h"
#include "calendar/dates.h"

namespace lobby::calendar {
namespace {

using namespace std::chrono;
using testing::ElementsAre;
using testing::IsEmpty;

Anniversary lunar(const std::string& name, LunarDay day, std::optional<int> since = std::nullopt) {
  return {.name = name, .day = YearlyDay{day, since}, .window = Window{.days_before = 0, .days_after = 0}};
}

/// «7/4/2025, …»: the days of two years on which the banner of an anniversary with a window of one day hangs.
std::vector<std::string> days_kept(const Anniversary& anniversary, std::chrono::year first, std::chrono::year last) {
  std::vector<std::string> kept;
  for (Date day = first / 1 / 1; day.year() <= last; day = Date(sys_days(day) + days(1))) {
    if (!banners_on(day, {anniversary}).empty()) kept.push_back(unpadded(day));
  }
  return kept;
}

std::vector<std::string> sentences_on(Date today, const std::vector<Anniversary>& anniversaries) {
  std::vector<std::string> result;
  for (const Banner& banner : banners_on(today, anniversaries)) result.push_back(banner.sentence());
  return result;
}

TEST(Anniversary, OfALunarDayMovesWithTheMoon) {
  EXPECT_THAT(days_kept(lunar("Giỗ Tổ", {10, 3}), 2024y, 2028y),
              ElementsAre("18/4/2024", "7/4/2025", "26/4/2026", "16/4/2027", "4/4/2028"));
}

TEST(Anniversary, OfALunarDayIsNotRepeatedInALeapMonth) {
  EXPECT_THAT(days_kept(lunar("Rằm tháng Sáu", {15, 6}), 2025y, 2025y), ElementsAre("9/7/2025"));
  EXPECT_THAT(days_kept(lunar("Đoan ngọ", {5, 5}), 2028y, 2028y), ElementsAre("28/5/2028"));
  EXPECT_THAT(days_kept(lunar("Trung thu", {15, 8}), 2028y, 2028y), ElementsAre("3/10/2028"));
}

TEST(Anniversary, OfALunarDay30IsKeptOnThe29thOfAShortMonth) {
  // The last days of the lunar years 2023 (30 days in month 12), 2024 and 2025 (29 days each).
  EXPECT_THAT(days_kept(lunar("Ba mươi Tết", {30, 12}), 2024y, 2026y),
              ElementsAre("9/2/2024", "28/1/2025", "16/2/2026"));
}

TEST(Anniversary, OfALunarDayAtTheEndOfTheYearFallsInTheNextSolarYear) {
  EXPECT_THAT(days_kept(lunar("Ông Công, Ông Táo", {23, 12}), 2024y, 2027y),
              ElementsAre("2/2/2024", "22/1/2025", "10/2/2026", "30/1/2027"));
}

TEST(Anniversary, OfALunarDayCountsLunarYears) {
  EXPECT_THAT(sentences_on(2026y / 2 / 21, {lunar("Chiến thắng Ngọc Hồi – Đống Đa", {5, 1}, 1789)}),
              ElementsAre("Chào mừng kỷ niệm 237 năm Chiến thắng Ngọc Hồi – Đống Đa (1789 - 2026)"));
  // 23/12 of the lunar year 2025.
  EXPECT_THAT(sentences_on(2026y / 2 / 10, {lunar("A", {23, 12}, 2000)}),
              ElementsAre("Chào mừng kỷ niệm 25 năm A (2000 - 2025)"));
}

TEST(Anniversary, WithoutAnOriginSaysItsNameAndItsDay) {
  EXPECT_THAT(sentences_on(2026y / 4 / 26, {lunar("Ngày Giỗ Tổ Hùng Vương", {10, 3})}),
              ElementsAre("Chào mừng Ngày Giỗ Tổ Hùng Vương (Mùng 10 tháng Ba, năm Bính Ngọ - 26/4/2026)"));
  const Anniversary law{.name = "Ngày Pháp luật", .day = YearlyDay{November / 9}};
  EXPECT_THAT(sentences_on(2026y / 11 / 1, {law}), ElementsAre("Chào mừng Ngày Pháp luật (9/11/2026)"));
}

TEST(Anniversary, OfAYearAloneCountsFromThatYear) {
  const Anniversary environment{.name = "Ngày Môi trường thế giới", .day = YearlyDay{June / 5, 1973}};
  EXPECT_THAT(sentences_on(2028y / 6 / 5, {environment}),
              ElementsAre("Chào mừng kỷ niệm 55 năm Ngày Môi trường thế giới (1973 - 2028)"));
  EXPECT_THAT(sentences_on(1973y / 6 / 5, {environment}), IsEmpty());
}

TEST(Anniversary, OnTheYearlyLeapDayIsKeptOnThe28thInCommonYears) {
  const Anniversary leap{
      .name = "A", .day = YearlyDay{February / 29}, .window = Window{.days_before = 0, .days_after = 0}};
  EXPECT_THAT(days_kept(leap, 2026y, 2028y), ElementsAre("28/2/2026", "28/2/2027", "29/2/2028"));
}

TEST(Anniversary, OfTheFirstLunarDayHangsAcrossNewYear) {
  // Tết 2031 is 23 January 2031; thirty days before it is in December.
  Anniversary tet = lunar("Tết Nguyên đán", {1, 1});
  tet.window = Window{.days_before = 30, .days_after = 3};
  EXPECT_THAT(sentences_on(2030y / 12 / 23, {tet}), IsEmpty());
  EXPECT_THAT(sentences_on(2030y / 12 / 24, {tet}),
              ElementsAre("Chào mừng Tết Nguyên đán (Mùng 1 tháng Giêng, năm Tân Hợi - 23/1/2031)"));
  EXPECT_THAT(sentences_on(2031y / 1 / 26, {tet}).size(), 1U);
  EXPECT_THAT(sentences_on(2031y / 1 / 27, {tet}), IsEmpty());
}

TEST(Occurrence, IsRoundWhenItsYearsEndInZeroAndHalfRoundWhenInFive) {
  const Anniversary security{.name = "A", .day = 1946y / 7 / 12};
  const auto of_year = [&](std::chrono::year year) { return banners_on(year / 7 / 12, {security})[0].occurrences[0]; };
  EXPECT_TRUE(of_year(2026y).round_year());
  EXPECT_FALSE(of_year(2026y).half_round_year());
  EXPECT_TRUE(of_year(2021y).half_round_year());
  EXPECT_FALSE(of_year(2021y).round_year());
  EXPECT_FALSE(of_year(2024y).round_year() || of_year(2024y).half_round_year());
  const Occurrence uncounted{lunar("B", {10, 3}), 2026y / 4 / 26};
  EXPECT_FALSE(uncounted.round_year() || uncounted.half_round_year());
}

}  // namespace
}  // namespace lobby::calendar
