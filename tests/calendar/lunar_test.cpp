#include "calendar/lunar.h"

#include <gtest/gtest.h>

#include <map>
#include <ostream>

#include "base/format.h"

namespace lobby::calendar {

void PrintTo(const LunarDate& date, std::ostream* out) {
  *out << format("{}/{}{} {}", date.day, date.month, date.leap ? " leap" : "", date.year);
}

namespace {

using namespace std::chrono;

Date day_after(Date date, int count) { return Date(sys_days(date) + days(count)); }

TEST(LunarDate, IsThe19thOfMonth6OfGiapThinOn24July2024) {
  const auto date = lunar_date(2024y / 7 / 24);
  EXPECT_EQ(date, (LunarDate{.day = 19, .month = 6, .leap = false, .year = 2024}));
  EXPECT_EQ(in_words(*date), "19 tháng Sáu, năm Giáp Thìn");
}

TEST(LunarDate, BeginsTheYearOnTet) {
  const Date tet[] = {2024y / 2 / 10, 2025y / 1 / 29, 2026y / 2 / 17, 2027y / 2 / 6,  2028y / 1 / 26,
                      2029y / 2 / 13, 2030y / 2 / 2,  2031y / 1 / 23, 2032y / 2 / 11, 2033y / 1 / 31,
                      2034y / 2 / 19, 2035y / 2 / 8,  2036y / 1 / 28};
  for (const Date date : tet) {
    const int year = static_cast<int>(date.year());
    EXPECT_EQ(lunar_date(date), (LunarDate{.day = 1, .month = 1, .leap = false, .year = year}));
    EXPECT_EQ(lunar_date(day_after(date, -1))->month, 12);
    EXPECT_EQ(lunar_date(day_after(date, -1))->year, year - 1);
  }
}

TEST(LunarDate, FollowsHaNoiWhereBeijingHasAnotherDay) {
  const Date tet[] = {1968y / 1 / 29, 1969y / 2 / 16, 1985y / 1 / 21, 1987y / 1 / 29,
                      2007y / 2 / 17, 2030y / 2 / 2,  2053y / 2 / 18};
  for (const Date date : tet) {
    const int year = static_cast<int>(date.year());
    EXPECT_EQ(lunar_date(date), (LunarDate{.day = 1, .month = 1, .leap = false, .year = year}));
  }
}

std::map<int, int> leap_months(int first_year, int last_year) {
  std::map<int, int> result;
  for (Date date = std::chrono::year(first_year) / March / 1; date.year() <= std::chrono::year(last_year);
       date = day_after(date, 1)) {
    if (const auto lunar = lunar_date(date); lunar && lunar->leap) result[lunar->year] = lunar->month;
  }
  return result;
}

TEST(LunarDate, RepeatsAMonthInLeapYearsOnly) {
  EXPECT_EQ(leap_months(2023, 2050), (std::map<int, int>{{2023, 2},
                                                         {2025, 6},
                                                         {2028, 5},
                                                         {2031, 3},
                                                         {2033, 11},
                                                         {2036, 6},
                                                         {2039, 5},
                                                         {2042, 2},
                                                         {2044, 7},
                                                         {2047, 5},
                                                         {2050, 3}}));
}

TEST(LunarDate, RepeatsAnotherMonthThanChinaIn1985And1987) {
  EXPECT_EQ(leap_months(1968, 1969), (std::map<int, int>{{1968, 7}}));
  EXPECT_EQ(leap_months(1984, 1987), (std::map<int, int>{{1985, 2}, {1987, 7}}));
}

TEST(LunarDate, CountsTheLeapMonthAfterTheOneItRepeats) {
  EXPECT_EQ(lunar_date(2025y / 7 / 24), (LunarDate{.day = 30, .month = 6, .leap = false, .year = 2025}));
  EXPECT_EQ(lunar_date(2025y / 7 / 25), (LunarDate{.day = 1, .month = 6, .leap = true, .year = 2025}));
  EXPECT_EQ(lunar_date(2025y / 8 / 22), (LunarDate{.day = 29, .month = 6, .leap = true, .year = 2025}));
  EXPECT_EQ(lunar_date(2025y / 8 / 23), (LunarDate{.day = 1, .month = 7, .leap = false, .year = 2025}));
}

TEST(LunarDate, HasNo30thOfDecemberBeforeTet2025To2032) {
  for (Date date = 2024y / 2 / 10; date < 2032y / 2 / 12; date = day_after(date, 1)) {
    const LunarDate lunar = lunar_date(date).value();
    EXPECT_FALSE(lunar.month == 12 && lunar.day == 30) << in_words(lunar);
  }
  EXPECT_EQ(lunar_date(2024y / 2 / 9)->day, 30);
  EXPECT_EQ(lunar_date(2033y / 1 / 30)->day, 30);
}

TEST(LunarDate, MovesOneDayAtATimeThroughTheWholeTable) {
  LunarDate before = lunar_date(1968y / 1 / 29).value();
  for (Date date = 1968y / 1 / 30; date <= 2200y / 2 / 14; date = day_after(date, 1)) {
    const LunarDate now = lunar_date(date).value();
    if (now.day != 1) {
      ASSERT_EQ(now, (LunarDate{before.day + 1, before.month, before.leap, before.year}));
    } else {
      ASSERT_TRUE(before.day == 29 || before.day == 30);
      const bool repeated = now.leap && now.month == before.month && now.year == before.year;
      const bool next = !now.leap && now.month == before.month + 1 && now.year == before.year;
      const bool new_year = !now.leap && now.month == 1 && before.month == 12 && now.year == before.year + 1;
      ASSERT_TRUE(repeated || next || new_year) << in_words(now);
    }
    before = now;
  }
}

TEST(LunarDate, IsUnknownOutsideTheTable) {
  EXPECT_EQ(lunar_date(1968y / 1 / 28), std::nullopt);
  EXPECT_EQ(lunar_date(1968y / 1 / 29), (LunarDate{.day = 1, .month = 1, .leap = false, .year = 1968}));
  EXPECT_EQ(lunar_date(2200y / 2 / 14)->year, 2199);
  EXPECT_EQ(lunar_date(2200y / 2 / 15), std::nullopt);
  EXPECT_EQ(lunar_date(1900y / 1 / 1), std::nullopt);
  EXPECT_EQ(lunar_date(1y / 1 / 1), std::nullopt);
  EXPECT_EQ(lunar_date(9999y / 12 / 31), std::nullopt);
}

struct WordsCase {
  LunarDate date;
  const char* expected;
};

TEST(LunarDate, ReadsAsPeopleSayIt) {
  const WordsCase cases[] = {
      {{1, 1, false, 2024}, "Mùng 1 tháng Giêng, năm Giáp Thìn"},
      {{10, 3, false, 2025}, "Mùng 10 tháng Ba, năm Ất Tỵ"},
      {{11, 3, false, 2025}, "11 tháng Ba, năm Ất Tỵ"},
      {{15, 7, false, 2026}, "Rằm tháng Bảy, năm Bính Ngọ"},
      {{2, 6, true, 2025}, "Mùng 2 tháng Sáu nhuận, năm Ất Tỵ"},
      {{15, 11, true, 2033}, "Rằm tháng Một nhuận, năm Quý Sửu"},
      {{30, 12, false, 2023}, "30 tháng Chạp, năm Quý Mão"},
  };
  for (const WordsCase& c : cases) EXPECT_EQ(in_words(c.date), c.expected);
}

TEST(LunarDate, HasANameForEveryMonth) {
  const char* const names[] = {"Giêng", "Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy", "Tám", "Chín", "Mười", "Một", "Chạp"};
  for (int month = 1; month <= 12; ++month) {
    EXPECT_EQ(in_words({20, month, false, 2027}), format("20 tháng {}, năm Đinh Mùi", names[month - 1]));
  }
}

TEST(CycleOfSixty, NamesYearsMonthsAndDays) {
  EXPECT_EQ(year_name(1984), "Giáp Tý");
  EXPECT_EQ(year_name(2023), "Quý Mão");
  EXPECT_EQ(year_name(2043), "Quý Hợi");
  EXPECT_EQ(year_name(2044), "Giáp Tý");
  EXPECT_EQ(year_name(-2697 + 1), "Giáp Tý");
  EXPECT_EQ(month_name(lunar_date(2024y / 2 / 10).value()), "Bính Dần");
  EXPECT_EQ(month_name(lunar_date(2024y / 7 / 24).value()), "Tân Mùi");
  EXPECT_EQ(month_name({1, 6, true, 2025}), month_name({1, 6, false, 2025}));
  EXPECT_EQ(day_name(2024y / 2 / 10), "Giáp Thìn");
  EXPECT_EQ(day_name(2024y / 7 / 24), "Kỷ Sửu");
  EXPECT_EQ(day_name(1969y / 12 / 31), "Canh Thìn");
}

TEST(SolarDate, IsTheInverseOfTheLunarDateOnEveryDay) {
  for (Date date = 1975y / 1 / 1; date <= 2100y / 12 / 31; date = day_after(date, 1)) {
    const auto lunar = lunar_date(date);
    ASSERT_TRUE(lunar);
    ASSERT_EQ(solar_date(*lunar), date);
  }
}

TEST(SolarDate, OfTheTenthOfTheThirdMonthIsTheDayOfTheHungKings) {
  const std::map<int, Date> days{{2024, 2024y / 4 / 18},
                                 {2025, 2025y / 4 / 7},
                                 {2026, 2026y / 4 / 26},
                                 {2027, 2027y / 4 / 16},
                                 {2028, 2028y / 4 / 4}};
  for (const auto& [year, date] : days) {
    EXPECT_EQ(solar_date({.day = 10, .month = 3, .leap = false, .year = year}), date);
  }
}

TEST(SolarDate, IsNothingForADateThatDoesNotExist) {
  const LunarDate dates[] = {
      {.day = 30, .month = 12, .leap = false, .year = 2027},  // the day before Tết 2028 was the 29th
      {.day = 1, .month = 6, .leap = true, .year = 2024},     // 2024 has no leap month
      {.day = 1, .month = 5, .leap = true, .year = 2025},     // that of 2025 is month 6
      {.day = 0, .month = 1, .leap = false, .year = 2025},   {.day = 31, .month = 1, .leap = false, .year = 2025},
      {.day = 1, .month = 0, .leap = false, .year = 2025},   {.day = 1, .month = 13, .leap = false, .year = 2025},
      {.day = 1, .month = 1, .leap = false, .year = 1500},   {.day = 1, .month = 1, .leap = false, .year = 2200},
  };
  for (const LunarDate& date : dates) EXPECT_EQ(solar_date(date), std::nullopt) << testing::PrintToString(date);
}

TEST(SolarDate, TellsTheTwoMonthsOfOneNumberApart) {
  EXPECT_EQ(solar_date({.day = 15, .month = 6, .leap = false, .year = 2025}), 2025y / 7 / 9);
  EXPECT_EQ(solar_date({.day = 15, .month = 6, .leap = true, .year = 2025}), 2025y / 8 / 8);
  EXPECT_EQ(solar_date({.day = 15, .month = 7, .leap = false, .year = 2025}), 2025y / 9 / 6);
}

}  // namespace
}  // namespace lobby::calendar
