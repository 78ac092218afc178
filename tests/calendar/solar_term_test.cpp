#include "calendar/solar_term.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <string>

#include "astronomy.h"
#include "base/format.h"
#include "calendar/lunar.h"

namespace lobby::calendar {
namespace {

using namespace std::chrono;

struct TermCase {
  Date first_day;
  const char* name;
};

TEST(SolarTerm, HasTwentyFourNames) {
  const TermCase cases[] = {
      {2024y / 1 / 6, "Tiểu hàn"},     {2024y / 1 / 20, "Đại hàn"},      {2024y / 2 / 4, "Lập xuân"},
      {2024y / 2 / 19, "Vũ thủy"},     {2024y / 3 / 5, "Kinh trập"},     {2024y / 3 / 20, "Xuân phân"},
      {2024y / 4 / 4, "Thanh minh"},   {2024y / 4 / 19, "Cốc vũ"},       {2024y / 5 / 5, "Lập hạ"},
      {2024y / 5 / 20, "Tiểu mãn"},    {2024y / 6 / 5, "Mang chủng"},    {2024y / 6 / 21, "Hạ chí"},
      {2024y / 7 / 6, "Tiểu thử"},     {2024y / 7 / 22, "Đại thử"},      {2024y / 8 / 7, "Lập thu"},
      {2024y / 8 / 22, "Xử thử"},      {2024y / 9 / 7, "Bạch lộ"},       {2024y / 9 / 22, "Thu phân"},
      {2024y / 10 / 8, "Hàn lộ"},      {2024y / 10 / 23, "Sương giáng"}, {2024y / 11 / 7, "Lập đông"},
      {2024y / 11 / 22, "Tiểu tuyết"}, {2024y / 12 / 6, "Đại tuyết"},    {2024y / 12 / 21, "Đông chí"},
  };
  const char* before = "Đông chí";
  for (const TermCase& c : cases) {
    const SolarTerm term = solar_term(c.first_day).value();
    EXPECT_EQ(term.first_day, c.first_day);
    EXPECT_EQ(term.name(), c.name);
    EXPECT_EQ(solar_term(Date(sys_days(c.first_day) - days(1)))->name(), before);
    before = c.name;
  }
}

TEST(SolarTerm, LastsUntilTheNextOneBegins) {
  EXPECT_EQ(solar_term(2024y / 7 / 24), (SolarTerm{120, 2024y / 7 / 22}));
  EXPECT_EQ(solar_term(2024y / 8 / 6), (SolarTerm{120, 2024y / 7 / 22}));
  EXPECT_EQ(solar_term(2025y / 1 / 1), (SolarTerm{270, 2024y / 12 / 21}));
  EXPECT_EQ(solar_term(2025y / 3 / 1), (SolarTerm{330, 2025y / 2 / 18}));
}

TEST(SolarTerm, IsUnknownOutsideTheTable) {
  EXPECT_EQ(solar_term(1899y / 12 / 31), std::nullopt);
  EXPECT_EQ(solar_term(1900y / 1 / 1), (SolarTerm{270, 1899y / 12 / 22}));
  EXPECT_EQ(solar_term(1900y / 1 / 6), (SolarTerm{285, 1900y / 1 / 6}));
  EXPECT_EQ(solar_term(2199y / 12 / 31), (SolarTerm{270, 2199y / 12 / 22}));
  EXPECT_EQ(solar_term(2200y / 1 / 1), (SolarTerm{270, 2199y / 12 / 22}));
  EXPECT_EQ(solar_term(2200y / 2 / 14), (SolarTerm{315, 2200y / 2 / 4}));
  EXPECT_EQ(solar_term(2200y / 2 / 15), std::nullopt);
  EXPECT_EQ(solar_term(1y / 1 / 1), std::nullopt);
}

TEST(SolarTerm, IsKnownOnTheVeryDaysThatHaveALunarDate) {
  for (sys_days day(1899y / 1 / 1); day < sys_days(2201y / 1 / 1); day += days(1)) {
    ASSERT_EQ(solar_term(Date(day)).has_value(), lunar_date(Date(day)).has_value()) << day.time_since_epoch().count();
  }
}

/// The term that the sun is in at the end of a day, as the degrees where it began.
int longitude_after(sys_days day) {
  return static_cast<int>(astronomy::sun_longitude_at_midnight(day + days(1)) / 15) * 15;
}

/// Whether the sun enters or leaves a term so near a midnight of the day that the series, good to 3″, may err by a day.
bool doubtful(sys_days day) {
  const auto near_a_term = [](sys_days midnight) {
    return std::abs(std::remainder(astronomy::sun_longitude_at_midnight(midnight), 15.0)) < 3.0 / 3600;
  };
  return near_a_term(day) || near_a_term(day + days(1));
}

// The days of these are those of the full theory VSOP87, which leaves seconds where the series leaves a minute.
const std::map<int, Date> doubtful_terms{{1950, 1950y / 4 / 20}, {1951, 1951y / 12 / 23}, {2003, 2003y / 10 / 9},
                                         {2004, 2004y / 5 / 20}, {2014, 2014y / 9 / 8},   {2038, 2038y / 7 / 22},
                                         {2074, 2074y / 8 / 23}, {2076, 2076y / 3 / 5},   {2082, 2082y / 12 / 7},
                                         {2111, 2111y / 1 / 21}, {2186, 2186y / 12 / 21}};

TEST(SolarTerm, BeginsWhenTheAstronomySaysInEveryYear) {
  std::map<int, Date> doubtful_days;
  int begun = 0;
  for (sys_days day(first_known_day); day <= sys_days(last_known_day); day += days(1)) {
    const SolarTerm term = solar_term(Date(day)).value();
    if (term.first_day == Date(day)) ++begun;
    if (doubtful(day)) {
      if (term.first_day == Date(day)) doubtful_days[static_cast<int>(term.first_day.year())] = term.first_day;
    } else {
      ASSERT_EQ(term.longitude, longitude_after(day)) << format("{}", day.time_since_epoch().count());
    }
  }
  EXPECT_EQ(begun, 300 * 24 + 3);  // three more in 2200
  EXPECT_EQ(doubtful_days, doubtful_terms);
}

}  // namespace
}  // namespace lobby::calendar
