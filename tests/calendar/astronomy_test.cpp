#include "astronomy.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <string>

#include "base/format.h"

namespace lobby::calendar::astronomy {
namespace {

using namespace std::chrono;
using namespace std::chrono_literals;

// Examples 49.a and 25.b of Meeus, Astronomical Algorithms.
TEST(Astronomy, FindsTheNewMoonOfFebruary1977) { EXPECT_NEAR(new_moon(-283), 2443192.65118, 0.00001); }

TEST(Astronomy, FindsTheSunOf13October1992) {
  EXPECT_NEAR(sun_longitude(2448908.5), 199.0 + 54.0 / 60 + 21.818 / 3600, 3.0 / 3600);
}

TEST(Astronomy, PutsTheMarchEquinoxOf2024At0306UniversalTime) {
  const double equinox = 2460389.5 + (3.0 + 6.0 / 60) / 24 + delta_t(2024.2) / 86400;
  EXPECT_LT(sun_longitude(equinox - 0.002), 360.0);
  EXPECT_GT(sun_longitude(equinox - 0.002), 359.99);
  EXPECT_LT(sun_longitude(equinox + 0.002), 0.01);
}

// Meeus, table 10.A; 1900 to 1990.
TEST(Astronomy, KnowsHowFarTheTurningOfTheEarthLaggedBehind) {
  const double seconds_of_decades[] = {-2.7, 10.4, 21.1, 24.0, 24.3, 29.1, 33.1, 40.2, 50.5, 56.9};
  for (int decade = 0; decade < 10; ++decade) {
    EXPECT_NEAR(delta_t(1900 + 10 * decade), seconds_of_decades[decade], 0.5) << 1900 + 10 * decade;
  }
}

// Chapter 49 is good to 20 s, so nothing of the past can turn out otherwise.
TEST(Astronomy, LeavesNoDoubtAboutAnyMonthUntil2053) {
  for (int year = first_lunar_year; year <= 2053; ++year) {
    for (const LunarMonth& month : months(year)) {
      EXPECT_GT(distance_from_midnight(month.lunation), 60s) << year << "-" << month.number;
    }
  }
}

TEST(Astronomy, NamesTheMonthsThatTheTurningOfTheEarthMayMoveByADay) {
  std::string doubtful;
  for (int year = first_lunar_year; year <= last_lunar_year; ++year) {
    for (const LunarMonth& month : months(year)) {
      if (distance_from_midnight(month.lunation) < 60s) doubtful += format("{}/{} ", month.number, year);
    }
  }
  EXPECT_EQ(doubtful, "4/2054 10/2077 9/2085 5/2150 1/2175 ");
}

// Month 3 of 1917 begins 3.2 minutes after the sun's term, still thrice what the series may err by.
TEST(Astronomy, PutsOneSolarTermWithinFiveMinutesOfTheMidnightThatDecidesAMonth) {
  std::string close;
  for (int year = first_lunar_year; year <= last_lunar_year; ++year) {
    for (const LunarMonth& month : months(year)) {
      const double beyond_a_term = std::remainder(sun_longitude_at_midnight(month.first_day), 30.0);
      const double minutes_from_it = std::abs(beyond_a_term) * 365.25 / 360 * 24 * 60;
      EXPECT_GT(minutes_from_it, 3.0) << month.number << "/" << year;
      if (minutes_from_it < 5.0) close += format("{}/{} ", month.number, year);
    }
  }
  EXPECT_EQ(close, "3/1917 ");
}

TEST(LunarTable, HoldsWhatTheAstronomySaysInEveryYear) {
  for (int year = first_lunar_year; year <= last_lunar_year; ++year) {
    EXPECT_EQ(lunar_year(year), computed_year(year))
        << format("{} should be 0x{:06X}", year, packed(computed_year(year)));
  }
}

TEST(LunarTable, EndsEveryYearOnTheEveOfTheNext) {
  for (int year = first_lunar_year; year < last_lunar_year; ++year) {
    const LunarYear months_of_year = lunar_year(year).value();
    int length = 0;
    for (int index = 0; index < months_of_year.month_count(); ++index) length += months_of_year.month_length(index);
    const auto tet = [](int y) {
      return sys_days(std::chrono::year(y) / January / 1) + days(lunar_year(y).value().days_to_tet);
    };
    EXPECT_EQ(tet(year) + days(length), tet(year + 1)) << year;
  }
}

TEST(LunarTable, HasNoOtherYears) {
  EXPECT_EQ(lunar_year(1898), std::nullopt);
  EXPECT_EQ(lunar_year(2200), std::nullopt);
}

}  // namespace
}  // namespace lobby::calendar::astronomy
