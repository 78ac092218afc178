#include "calendar/lunar.h"

#include <gtest/gtest.h>

#include <map>
#include <ostream>
#include <string_view>

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

struct Tet {
  Date in_viet_nam;
  Date in_china;
  LunarDate day_of_chinas;  ///< What the day of China's new year is in Việt Nam.
};

TEST(LunarDate, FollowsHaNoiWhereBeijingHasAnotherDay) {
  const Tet tet[] = {
      {1968y / 1 / 29, 1968y / 1 / 30, {2, 1, false, 1968}}, {1969y / 2 / 16, 1969y / 2 / 17, {2, 1, false, 1969}},
      {1985y / 1 / 21, 1985y / 2 / 20, {1, 2, false, 1985}}, {2007y / 2 / 17, 2007y / 2 / 18, {2, 1, false, 2007}},
      {2030y / 2 / 2, 2030y / 2 / 3, {2, 1, false, 2030}},   {2053y / 2 / 18, 2053y / 2 / 19, {2, 1, false, 2053}},
  };
  for (const auto& [in_viet_nam, in_china, day_of_chinas] : tet) {
    const int year = static_cast<int>(in_viet_nam.year());
    EXPECT_EQ(lunar_date(in_viet_nam), (LunarDate{.day = 1, .month = 1, .leap = false, .year = year}));
    EXPECT_EQ(lunar_date(in_china), day_of_chinas);
  }
}

/// Tết from 1900 to 1967. Copies of one table have 25/1 for 1925, but that new moon was a total eclipse of the sun on
/// the 24th, at 14:54 UTC and so before midnight at Beijing.
constexpr const char* tet_until_1967[] = {
    "31/1", "19/2", "8/2",  "29/1", "16/2", "4/2",  "25/1", "13/2", "2/2",  "22/1", "10/2", "30/1", "18/2", "6/2",
    "26/1", "14/2", "3/2",  "23/1", "11/2", "1/2",  "20/2", "8/2",  "28/1", "16/2", "5/2",  "24/1", "13/2", "2/2",
    "23/1", "10/2", "30/1", "17/2", "6/2",  "26/1", "14/2", "4/2",  "24/1", "11/2", "31/1", "19/2", "8/2",  "27/1",
    "15/2", "5/2",  "25/1", "13/2", "2/2",  "22/1", "10/2", "29/1", "17/2", "6/2",  "27/1", "14/2", "3/2",  "24/1",
    "12/2", "31/1", "18/2", "8/2",  "28/1", "15/2", "5/2",  "25/1", "13/2", "2/2",  "21/1", "9/2",
};

TEST(LunarDate, HasTheTetOfTheTablesInForceUntil1967) {
  ASSERT_EQ(std::size(tet_until_1967), 68U);
  for (Date date = 1900y / 1 / 31; date < 1968y / 1 / 1; date = day_after(date, 1)) {
    const LunarDate lunar = lunar_date(date).value();
    if (lunar.day != 1 || lunar.month != 1) continue;
    EXPECT_EQ(format("{}/{}", static_cast<unsigned>(date.day()), static_cast<unsigned>(date.month())),
              tet_until_1967[lunar.year - 1900])
        << lunar.year;
  }
}

// New moons within the 14 min 20 s from midnight at UTC+8 to midnight at Beijing: there it was still the day before.
TEST(LunarDate, FollowsTheMeridianOfBeijingUntil1928) {
  EXPECT_EQ(lunar_date(1906y / 4 / 23), (LunarDate{1, 4, false, 1906}));
  EXPECT_EQ(lunar_date(1914y / 11 / 17), (LunarDate{1, 10, false, 1914}));
  EXPECT_EQ(lunar_date(1916y / 2 / 3), (LunarDate{1, 1, false, 1916}));
  EXPECT_EQ(lunar_date(1920y / 11 / 10), (LunarDate{1, 10, false, 1920}));
}

// New moons soon after midnight at UTC+8, when it was still the day before at Beijing and at Hà Nội.
TEST(LunarDate, FollowsUniversalTimePlus8From1929To1967) {
  EXPECT_EQ(lunar_date(1933y / 7 / 23), (LunarDate{1, 6, false, 1933}));
  EXPECT_EQ(lunar_date(1953y / 8 / 10), (LunarDate{1, 7, false, 1953}));
  EXPECT_EQ(lunar_date(1957y / 3 / 2), (LunarDate{1, 2, false, 1957}));
  EXPECT_EQ(lunar_date(1967y / 12 / 2), (LunarDate{1, 11, false, 1967}));
}

// The new moons of December 1967 still at UTC+8, that of Tết already at UTC+7: the last month of Đinh Mùi has 29 days,
// where China's has 30.
TEST(LunarDate, PassesFromTheTablesOfChinaToItsOwnWithTetOf1968) {
  EXPECT_EQ(lunar_date(1967y / 12 / 1), (LunarDate{30, 10, false, 1967}));
  EXPECT_EQ(lunar_date(1967y / 12 / 2), (LunarDate{1, 11, false, 1967}));
  EXPECT_EQ(lunar_date(1967y / 12 / 30), (LunarDate{29, 11, false, 1967}));
  EXPECT_EQ(lunar_date(1967y / 12 / 31), (LunarDate{1, 12, false, 1967}));
  EXPECT_EQ(lunar_date(1968y / 1 / 28), (LunarDate{29, 12, false, 1967}));
  EXPECT_EQ(lunar_date(1968y / 1 / 29), (LunarDate{1, 1, false, 1968}));
}

std::map<int, int> leap_months(int first_year, int last_year) {
  std::map<int, int> result;
  for (Date date = std::chrono::year(first_year) / March / 1; date.year() <= std::chrono::year(last_year);
       date = day_after(date, 1)) {
    if (const auto lunar = lunar_date(date); lunar && lunar->leap) result[lunar->year] = lunar->month;
  }
  return result;
}

/// Every leap month, as year-month.
constexpr std::string_view all_leap_months =
    "1900-8 1903-5 1906-4 1909-2 1911-6 1914-5 1917-2 1919-7 1922-5 1925-4 1928-2 1930-6 1933-5 1936-3 "
    "1938-7 1941-6 1944-4 1947-2 1949-7 1952-5 1955-3 1957-8 1960-6 1963-4 1966-3 1968-7 1971-5 1974-4 "
    "1976-8 1979-6 1982-4 1985-2 1987-7 1990-5 1993-3 1995-8 1998-5 2001-4 2004-2 2006-7 2009-5 2012-4 "
    "2014-9 2017-6 2020-4 2023-2 2025-6 2028-5 2031-3 2033-11 2036-6 2039-5 2042-2 2044-7 2047-5 2050-3 "
    "2052-8 2055-6 2058-4 2061-3 2063-7 2066-5 2069-4 2071-8 2074-6 2077-4 2080-3 2082-7 2085-5 2088-4 "
    "2090-8 2093-6 2096-4 2099-2 2101-7 2104-5 2107-4 2109-9 2112-6 2115-4 2118-3 2120-7 2123-5 2126-4 "
    "2128-11 2131-6 2134-5 2137-2 2139-7 2142-5 2145-4 2148-1 2150-6 2153-5 2156-3 2158-7 2161-6 2164-4 "
    "2166-10 2169-6 2172-5 2175-3 2177-7 2180-6 2183-4 2186-2 2188-6 2191-5 2194-3 2196-7 2199-6 ";

TEST(LunarDate, RepeatsAMonthInLeapYearsOnly) {
  std::string found;
  for (const auto& [year, month] : leap_months(1900, 2199)) found += format("{}-{} ", year, month);
  EXPECT_EQ(found, all_leap_months);
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
  LunarDate before = lunar_date(1900y / 1 / 1).value();
  for (Date date = 1900y / 1 / 2; date <= 2200y / 2 / 14; date = day_after(date, 1)) {
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
  EXPECT_EQ(lunar_date(1899y / 12 / 31), std::nullopt);
  EXPECT_EQ(lunar_date(1900y / 1 / 1), (LunarDate{.day = 1, .month = 12, .leap = false, .year = 1899}));
  EXPECT_EQ(lunar_date(2200y / 2 / 14)->year, 2199);
  EXPECT_EQ(lunar_date(2200y / 2 / 15), std::nullopt);
  EXPECT_EQ(lunar_date(1899y / 2 / 10), std::nullopt);
  EXPECT_EQ(lunar_date(1y / 1 / 1), std::nullopt);
  EXPECT_EQ(lunar_date(9999y / 12 / 31), std::nullopt);
}

// Of the new moon at 13:52 UTC on 1 January 1900.
TEST(LunarDate, BeginsWithTheLastMonthOfKyHoi) {
  EXPECT_EQ(in_words(lunar_date(1900y / 1 / 1).value()), "Mùng 1 tháng Chạp, năm Kỷ Hợi");
  EXPECT_EQ(in_words(lunar_date(1900y / 1 / 15).value()), "Rằm tháng Chạp, năm Kỷ Hợi");
  EXPECT_EQ(in_words(lunar_date(1900y / 1 / 30).value()), "30 tháng Chạp, năm Kỷ Hợi");
  EXPECT_EQ(in_words(lunar_date(1900y / 1 / 31).value()), "Mùng 1 tháng Giêng, năm Canh Tý");
  EXPECT_EQ(month_name(lunar_date(1900y / 1 / 1).value()), "Đinh Sửu");
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

struct HourCase {
  int hour;
  const char* name;
};

TEST(CycleOfSixty, NamesTwelveDoubleHoursOfADay) {
  const HourCase cases[] = {{0, "Giáp Tý"},    {1, "Ất Sửu"},   {2, "Ất Sửu"},     {3, "Bính Dần"},  {5, "Đinh Mão"},
                            {7, "Mậu Thìn"},   {8, "Mậu Thìn"}, {9, "Kỷ Tỵ"},      {11, "Canh Ngọ"}, {13, "Tân Mùi"},
                            {15, "Nhâm Thân"}, {17, "Quý Dậu"}, {19, "Giáp Tuất"}, {21, "Ất Hợi"},   {22, "Ất Hợi"}};
  for (const HourCase& c : cases) EXPECT_EQ(hour_name(2024y / 7 / 24, hours(c.hour)), c.name) << c.hour;
}

TEST(CycleOfSixty, BeginsTheHourTyAt23WithTheStemOfTheComingDay) {
  EXPECT_EQ(day_name(2024y / 7 / 24), "Kỷ Sửu");
  EXPECT_EQ(day_name(2024y / 7 / 25), "Canh Dần");
  EXPECT_EQ(hour_name(2024y / 7 / 24, 23h), "Bính Tý");
  EXPECT_EQ(hour_name(2024y / 7 / 25, 0h), "Bính Tý");
}

// Giáp and Kỷ have Giáp Tý, Ất and Canh Bính Tý, Bính and Tân Mậu Tý, Đinh and Nhâm Canh Tý, Mậu and Quý Nhâm Tý.
TEST(CycleOfSixty, DerivesTheFirstHourFromTheStemOfTheDay) {
  const char* const first_hours[] = {"Giáp Tý", "Bính Tý", "Mậu Tý", "Canh Tý", "Nhâm Tý"};
  ASSERT_EQ(day_name(2024y / 2 / 10), "Giáp Thìn");
  for (int day = 0; day < 60; ++day) {
    EXPECT_EQ(hour_name(day_after(2024y / 2 / 10, day), 0h), first_hours[day % 5]) << day;
  }
  EXPECT_EQ(day_name(1970y / 1 / 1), "Tân Tỵ");
  EXPECT_EQ(hour_name(1970y / 1 / 1, 0h), "Mậu Tý");
  EXPECT_EQ(hour_name(1900y / 1 / 31, 0h), "Giáp Tý");
}

TEST(SolarDate, IsTheInverseOfTheLunarDateOnEveryDay) {
  for (Date date = first_known_day; date <= last_known_day; date = day_after(date, 1)) {
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
      {.day = 29, .month = 11, .leap = false, .year = 1899},  // the day before the first known one
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
