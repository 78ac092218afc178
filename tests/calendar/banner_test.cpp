#include "calendar/banner.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <ostream>
#include <set>

#include "base/format.h"
#include "calendar/dates.h"
#include "names_on.h"

namespace lobby::calendar {

void PrintTo(const Banner& banner, std::ostream* out) { *out << banner.sentence(); }

namespace {

using namespace std::chrono;
using testing::IsEmpty;

const Anniversary security{.name = "Ngày truyền thống lực lượng An ninh nhân dân", .day = 1946y / 7 / 12};
const Anniversary police{.name = "Ngày truyền thống lực lượng Cảnh sát nhân dân", .day = 1962y / 7 / 20};
const Anniversary invalids{.name = "Ngày Thương binh – Liệt sĩ", .day = 1947y / 7 / 27, .tone = Tone::memorial};

std::vector<std::string> banners_said_on(Date today, const std::vector<Anniversary>& anniversaries) {
  std::vector<std::string> result;
  for (const Banner& banner : banners_on(today, anniversaries)) result.push_back(banner.sentence());
  return result;
}

TEST(Banner, JoinsTheTwoDaysOfTheForceOn24July2024) {
  EXPECT_THAT(banners_said_on(2024y / 7 / 24, {security, police}),
              testing::ElementsAre("Chào mừng kỷ niệm 78 năm Ngày truyền thống lực lượng An ninh nhân dân (12/7/1946 - "
                                   "12/7/2024) và 62 năm Ngày truyền thống lực lượng Cảnh sát nhân dân (20/7/1962 - "
                                   "20/7/2024)"));
}

TEST(Banner, HangsFromTenDaysBeforeUntilFiveAfterTheLaterDay) {
  const std::string alone =
      "Chào mừng kỷ niệm 78 năm Ngày truyền thống lực lượng An ninh nhân dân (12/7/1946 - 12/7/2024)";
  const std::vector<Anniversary> both = {police, security};
  EXPECT_THAT(banners_on(2024y / 7 / 1, both), IsEmpty());
  EXPECT_THAT(banners_said_on(2024y / 7 / 2, both), testing::ElementsAre(alone));
  EXPECT_THAT(banners_said_on(2024y / 7 / 9, both), testing::ElementsAre(alone));
  for (Date day = 2024y / 7 / 10; day <= 2024y / 7 / 25; day = Date(sys_days(day) + days(1))) {
    const auto banners = banners_on(day, both);
    ASSERT_EQ(banners.size(), 1u);
    EXPECT_EQ(banners[0].occurrences.size(), 2u);
    EXPECT_EQ(banners[0].occurrences[0].anniversary, security);
  }
  EXPECT_THAT(banners_on(2024y / 7 / 26, both), IsEmpty());
}

TEST(Banner, HangsUntilThreeDaysAfterADayThatStandsAlone) {
  EXPECT_EQ(names_on(2024y / 7 / 15, {security}), security.name);
  EXPECT_THAT(banners_on(2024y / 7 / 16, {security}), IsEmpty());
}

TEST(Banner, OfAMemorialIsSoberAndNeverSharedWithACelebration) {
  EXPECT_THAT(banners_said_on(2024y / 7 / 27, {security, police, invalids}),
              testing::ElementsAre("Kỷ niệm 77 năm Ngày Thương binh – Liệt sĩ (27/7/1947 - 27/7/2024)"));
  const auto banners = banners_on(2024y / 7 / 20, {invalids, security, police});
  ASSERT_EQ(banners.size(), 2u);
  EXPECT_EQ(banners[0].occurrences.size(), 2u);
  EXPECT_EQ(banners[0].greeting(), "Chào mừng kỷ niệm");
  EXPECT_EQ(banners[1].occurrences.size(), 1u);
  EXPECT_EQ(banners[1].greeting(), "Kỷ niệm");
}

TEST(Banner, OfTwoMemorialsIsShared) {
  const std::vector<Anniversary> both = {{"A", 2000y / 3 / 1, Tone::memorial}, {"B", 2001y / 3 / 5, Tone::memorial}};
  EXPECT_THAT(banners_said_on(2020y / 3 / 1, both),
              testing::ElementsAre("Kỷ niệm 20 năm A (1/3/2000 - 1/3/2020) và 19 năm B (5/3/2001 - 5/3/2020)"));
}

TEST(Banner, JoinsThreeWithACommaAndAnAnd) {
  EXPECT_THAT(banners_said_on(2024y / 3 / 3, {{"C", 2002y / 3 / 5}, {"B", 2001y / 3 / 3}, {"A", 2000y / 3 / 1}}),
              testing::ElementsAre(
                  "Chào mừng kỷ niệm 24 năm A (1/3/2000 - 1/3/2024), 23 năm B (3/3/2001 - 3/3/2024) và 22 năm C "
                  "(5/3/2002 - 5/3/2024)"));
}

TEST(Banner, JoinsTwoAnniversariesOfOneDayInTheOrderOfTheConfiguration) {
  const std::vector<Anniversary> both = {{"Ngày truyền thống Công an nhân dân", 1945y / 8 / 19},
                                         {"Ngày hội toàn dân bảo vệ an ninh Tổ quốc", 2005y / 8 / 19}};
  EXPECT_THAT(
      banners_said_on(2025y / 8 / 24, both),
      testing::ElementsAre("Chào mừng kỷ niệm 80 năm Ngày truyền thống Công an nhân dân (19/8/1945 - 19/8/2025) "
                           "và 20 năm Ngày hội toàn dân bảo vệ an ninh Tổ quốc (19/8/2005 - 19/8/2025)"));
  EXPECT_THAT(banners_on(2025y / 8 / 25, both), IsEmpty());
}

// Windows: A 1–14/5, B 10–23/5, C 20/5–2/6. A and C do not meet.
TEST(Banner, IsExtendedByADayThatMeetsItsOwnAndNotByOneBehindIt) {
  const std::vector<Anniversary> all = {{"A", 2000y / 5 / 11}, {"B", 2000y / 5 / 20}, {"C", 2000y / 5 / 30}};
  EXPECT_EQ(names_on(2024y / 5 / 9, all), "A");
  EXPECT_EQ(names_on(2024y / 5 / 10, all), "A, B");
  EXPECT_EQ(names_on(2024y / 5 / 19, all), "A, B");
  EXPECT_EQ(names_on(2024y / 5 / 20, all), "A, B, C");
  EXPECT_EQ(names_on(2024y / 5 / 25, all), "A, B, C");
  EXPECT_EQ(names_on(2024y / 5 / 26, all), "B, C");
  EXPECT_EQ(names_on(2024y / 6 / 4, all), "B, C");
  EXPECT_EQ(names_on(2024y / 6 / 5, all), "");
}

TEST(Banner, IsSharedWhenTheWindowsMeetInASingleDay) {
  EXPECT_EQ(names_on(2024y / 5 / 14, {{"A", 2000y / 5 / 11}, {"B", 2000y / 5 / 24}}), "A, B");
  EXPECT_EQ(names_on(2024y / 5 / 15, {{"A", 2000y / 5 / 11}, {"B", 2000y / 5 / 25}}), "B");
}

TEST(Banner, OfADayWithItsOwnWindowHangsExactlyThen) {
  Anniversary own = police;
  own.window = Window{.days_before = 2, .days_after = 0};
  EXPECT_EQ(names_on(2024y / 7 / 15, {security, own}), security.name);
  EXPECT_EQ(names_on(2024y / 7 / 16, {security, own}), "");
  EXPECT_EQ(names_on(2024y / 7 / 18, {security, own}), own.name);
  EXPECT_EQ(names_on(2024y / 7 / 20, {security, own}), own.name);
  EXPECT_EQ(names_on(2024y / 7 / 21, {security, own}), "");
}

TEST(Banner, CountsTheYearsOfTheComingDayAcrossNewYear) {
  const Anniversary january{.name = "A", .day = 1950y / 1 / 3};
  EXPECT_THAT(banners_said_on(2023y / 12 / 28, {january}),
              testing::ElementsAre("Chào mừng kỷ niệm 74 năm A (3/1/1950 - 3/1/2024)"));
  EXPECT_THAT(banners_said_on(2024y / 1 / 6, {january}),
              testing::ElementsAre("Chào mừng kỷ niệm 74 năm A (3/1/1950 - 3/1/2024)"));
  const Anniversary december{.name = "B", .day = 1950y / 12 / 30};
  EXPECT_THAT(banners_said_on(2024y / 1 / 2, {december}),
              testing::ElementsAre("Chào mừng kỷ niệm 73 năm B (30/12/1950 - 30/12/2023)"));
}

TEST(Banner, IsSharedAcrossNewYear) {
  EXPECT_THAT(
      banners_said_on(2024y / 1 / 8, {{"A", 1950y / 1 / 3}, {"B", 1960y / 12 / 28}}),
      testing::ElementsAre("Chào mừng kỷ niệm 63 năm B (28/12/1960 - 28/12/2023) và 74 năm A (3/1/1950 - 3/1/2024)"));
  EXPECT_THAT(banners_on(2024y / 1 / 9, {{"A", 1950y / 1 / 3}, {"B", 1960y / 12 / 28}}), IsEmpty());
}

TEST(Banner, KeepsALeapDayOnThe28thInCommonYears) {
  const Anniversary leap{.name = "A", .day = 1948y / 2 / 29, .window = Window{.days_before = 0, .days_after = 0}};
  EXPECT_THAT(banners_said_on(2023y / 2 / 28, {leap}),
              testing::ElementsAre("Chào mừng kỷ niệm 75 năm A (29/2/1948 - 28/2/2023)"));
  EXPECT_THAT(banners_on(2023y / 3 / 1, {leap}), IsEmpty());
  EXPECT_THAT(banners_on(2024y / 2 / 28, {leap}), IsEmpty());
  EXPECT_THAT(banners_said_on(2024y / 2 / 29, {leap}),
              testing::ElementsAre("Chào mừng kỷ niệm 76 năm A (29/2/1948 - 29/2/2024)"));
}

TEST(Banner, DoesNotHangBeforeTheFirstAnniversary) {
  const Anniversary young{.name = "A", .day = 2024y / 7 / 20};
  EXPECT_THAT(banners_on(2024y / 7 / 20, {young}), IsEmpty());
  EXPECT_THAT(banners_on(2020y / 7 / 20, {young}), IsEmpty());
  EXPECT_EQ(names_on(2024y / 7 / 16, {security, young}), "");
  EXPECT_THAT(banners_said_on(2025y / 7 / 20, {young}),
              testing::ElementsAre("Chào mừng kỷ niệm 1 năm A (20/7/2024 - 20/7/2025)"));
}

TEST(Banner, GreetsWarmlyInARoundYearOfACelebrationOnly) {
  const auto warm = [](Date today, const std::vector<Anniversary>& all) {
    return banners_on(today, all).at(0).warm_greeting();
  };
  EXPECT_EQ(warm(2024y / 7 / 12, {security}), "Chào mừng kỷ niệm");
  EXPECT_EQ(warm(2026y / 7 / 12, {security}), "Nhiệt liệt chào mừng kỷ niệm");
  EXPECT_EQ(warm(2026y / 7 / 12, {security, police}), "Nhiệt liệt chào mừng kỷ niệm");
  EXPECT_EQ(warm(2027y / 7 / 27, {invalids}), "Kỷ niệm");
  EXPECT_EQ(warm(2026y / 2 / 21, {{"A", 1946y / 2 / 21, Tone::tradition}}), "Kỷ niệm");
}

TEST(Banner, IsWordedByItsTone) {
  const Date day = 2024y / 3 / 3;
  EXPECT_THAT(banners_said_on(day, {{"A", 1959y / 3 / 3, Tone::tradition}}),
              testing::ElementsAre("Kỷ niệm 65 năm A (3/3/1959 - 3/3/2024)"));
  EXPECT_THAT(banners_said_on(day, {{"A", 1959y / 3 / 3, Tone::mourning}}),
              testing::ElementsAre("Tưởng niệm 65 năm A (3/3/1959 - 3/3/2024)"));
}

TEST(Banner, JoinsADayThatIsCountedAndOneThatIsNot) {
  EXPECT_THAT(banners_said_on(2024y / 3 / 3, {{"A", 2000y / 3 / 1}, {"B", YearlyDay{March / 3}}}),
              testing::ElementsAre("Chào mừng kỷ niệm 24 năm A (1/3/2000 - 1/3/2024) và B (3/3/2024)"));
}

TEST(Banner, OfADayOfMourningHangsOnThatDayAndSilencesCelebrations) {
  const Anniversary mourning{.name = "Ngày mất", .day = 1969y / 7 / 13, .tone = Tone::mourning};
  const Anniversary other{.name = "Ngày mất khác", .day = 1970y / 7 / 13, .tone = Tone::mourning};
  const Anniversary tradition{.name = "Truyền thống", .day = 1950y / 7 / 14, .tone = Tone::tradition};
  const std::vector<Anniversary> all = {security, tradition, mourning, other, invalids};
  EXPECT_EQ(names_on(2024y / 7 / 12, all), security.name + " | Truyền thống");
  EXPECT_EQ(names_on(2024y / 7 / 13, all), "Ngày mất | Ngày mất khác");
  EXPECT_EQ(names_on(2024y / 7 / 14, all), security.name + " | Truyền thống");
  EXPECT_EQ(names_on(2024y / 7 / 17, {invalids, {"Ngày mất", 1969y / 7 / 17, Tone::mourning}}),
            "Ngày mất | " + invalids.name);
}

const std::vector<Anniversary> a_full_year = {
    {"Cảnh sát giao thông", 1946y / 2 / 21},
    {"Sáu điều Bác Hồ dạy", 1948y / 3 / 11},
    {"Cảnh sát cơ động", 1974y / 4 / 15},
    {"Tham mưu", 1946y / 4 / 18},
    {"30/4", 1975y / 4 / 30, Tone::celebration, Window{2, 3}},
    {"Xây dựng phong trào", 1967y / 6 / 16},
    security,
    police,
    invalids,
    {"Công an nhân dân", 1945y / 8 / 19},
    {"Ngày hội", 2005y / 8 / 19},
    {"Quốc khánh", 1945y / 9 / 2, Tone::celebration, Window{8, 1}},
    {"Toàn dân PCCC", 2001y / 10 / 4},
    {"Quân đội", 1944y / 12 / 22},
    {"Đầu năm", 1950y / 1 / 3},
    {"Ngày nhuận", 1948y / 2 / 29},
    {"Mới", 2026y / 7 / 14},
};

Date origin_of(const Anniversary& anniversary) { return std::get<Date>(anniversary.day); }

/// The rule told once more, by distances: by how many days `today` lies beyond an anniversary's day in `year`.
int days_beyond(Date today, const Anniversary& anniversary, std::chrono::year year) {
  Date day = year / origin_of(anniversary).month() / origin_of(anniversary).day();
  if (!day.ok()) day = year / February / 28;
  return static_cast<int>((sys_days(today) - sys_days(day)).count());
}

bool should_hang(Date today, const Anniversary& anniversary, std::chrono::year year) {
  if (year <= origin_of(anniversary).year()) return false;
  const int beyond = days_beyond(today, anniversary, year);
  const Window window = anniversary.window.value_or(Window{});
  if (beyond >= -window.days_before && beyond <= window.days_after) return true;
  if (anniversary.window || beyond < 0) return false;
  return std::ranges::any_of(a_full_year, [&](const Anniversary& other) {
    if (other == anniversary || other.window || other.tone != anniversary.tone) return false;
    return std::ranges::any_of(std::array{year - years(1), year, year + years(1)}, [&](std::chrono::year other_year) {
      const int other_beyond = days_beyond(today, other, other_year);
      return other_year > origin_of(other).year() && std::abs(beyond - other_beyond) <= 13 &&
             std::min(beyond, other_beyond) <= 5;
    });
  });
}

TEST(Banner, HangsByTheRuleAndNeverOtherwiseOnEveryDayOf2023To2030) {
  for (Date today = 2023y / 1 / 1; today <= 2030y / 12 / 31; today = Date(sys_days(today) + days(1))) {
    const std::vector<Banner> banners = banners_on(today, a_full_year);
    for (const Anniversary& anniversary : a_full_year) {
      for (const auto year : {today.year() - years(1), today.year(), today.year() + years(1)}) {
        int times = 0;
        for (const Banner& banner : banners) {
          times += static_cast<int>(std::ranges::count_if(banner.occurrences, [&](const Occurrence& o) {
            return o.anniversary == anniversary && o.date.year() == year &&
                   o.years == (year - origin_of(anniversary).year()).count();
          }));
        }
        ASSERT_EQ(times, should_hang(today, anniversary, year) ? 1 : 0)
            << in_figures(today) << " " << anniversary.name << " " << static_cast<int>(year);
      }
    }
  }
}

TEST(Banner, IsInOrderOfDateAndTheOnlyOneOfItsToneOnEveryDayOf2023To2030) {
  for (Date today = 2023y / 1 / 1; today <= 2030y / 12 / 31; today = Date(sys_days(today) + days(1))) {
    const std::vector<Banner> banners = banners_on(today, a_full_year);
    const auto date_of_banner = [](const Banner& banner) { return banner.occurrences.at(0).date; };
    ASSERT_TRUE(std::ranges::is_sorted(banners, {}, date_of_banner)) << in_figures(today);
    std::set<Tone> tones;
    for (const Banner& banner : banners) {
      ASSERT_TRUE(tones.insert(banner.occurrences.at(0).anniversary.tone).second) << in_figures(today);
      ASSERT_TRUE(std::ranges::is_sorted(banner.occurrences, {}, &Occurrence::date)) << in_figures(today);
      for (const Occurrence& occurrence : banner.occurrences) {
        ASSERT_EQ(occurrence.anniversary.tone, banner.occurrences[0].anniversary.tone) << in_figures(today);
      }
    }
  }
}

}  // namespace
}  // namespace lobby::calendar
