#include "config/occasion.h"

#include <gmock/gmock.h>

#include "config/occasion_reader.h"
#include "faults.h"

namespace lobby::config {
namespace {

using namespace std::chrono;

Checked<Occasion> parse(std::string_view yaml) {
  Report report("o.yaml", Severity::warning);
  Occasion occasion;
  if (const auto root = parse_yaml(yaml, report)) occasion = read_occasion(*root, report);
  return std::move(report).checked(std::move(occasion));
}

Occasion occasion(std::string_view yaml) {
  auto checked = parse(yaml);
  EXPECT_EQ(lines(checked), "") << yaml;
  return checked.value.value_or(Occasion());
}

/// «2026-11-26 07:00:30».
LocalTime at(std::string_view text) {
  const auto time = parse_iso8601(text, TimeZone());
  EXPECT_TRUE(time) << text;
  return TimeZone().local(time.value_or(WallTime()));
}

std::string written(const std::optional<LocalTime>& time) {
  if (!time) return "never";
  return format("{:04}-{:02}-{:02} {:02}:{:02}", static_cast<int>(time->date.year()),
                static_cast<unsigned>(time->date.month()), static_cast<unsigned>(time->date.day()), time->hour.count(),
                time->minute.count());
}

struct Case {
  std::string_view when;
  std::string_view at;
  bool holds;
};

void expect_all(const std::vector<Case>& cases) {
  for (const auto& [when, moment, expected] : cases) {
    EXPECT_EQ(holds(occasion(when), at(moment)), expected) << when << " at " << moment;
  }
}

TEST(Occasion, WithoutKeysHoldsAlways) {
  EXPECT_TRUE(occasion("{}").always());
  EXPECT_TRUE(holds(Occasion(), at("2026-11-26")));
  EXPECT_EQ(changes_at(Occasion(), at("2026-11-26")), std::nullopt);
}

TEST(Occasion, AnHourHoldsFromItsBeginningUntilBeforeItsEnd) {
  expect_all({{"hours: 07:00-11:30", "2026-11-26T06:59:59", false},
              {"hours: 07:00-11:30", "2026-11-26T07:00", true},
              {"hours: 7:00 – 11:30", "2026-11-26T11:29:59", true},
              {"hours: 07:00-11:30", "2026-11-26T11:30", false},
              {"hours: [07:00-11:30, 13:00-24:00]", "2026-11-26T12:00", false},
              {"hours: [07:00-11:30, 13:00-24:00]", "2026-11-26T23:59:59", true},
              {"hours: 0:00-24:00", "2026-11-26T00:00", true}});
}

TEST(Occasion, WhatComesAfterMidnightBelongsToTheNightBefore) {
  // 27 November 2026 is a Friday.
  constexpr std::string_view friday_night = R"({hours: "22:00-05:00", weekdays: fri})";
  expect_all({{friday_night, "2026-11-27T04:00", false},
              {friday_night, "2026-11-27T22:00", true},
              {friday_night, "2026-11-28T04:59", true},
              {friday_night, "2026-11-28T05:00", false},
              {friday_night, "2026-11-28T22:00", false},
              {"hours: 23:00-00:00", "2026-11-28T23:30", true},
              {"hours: 23:00-00:00", "2026-11-28T00:00", false}});
}

TEST(Occasion, WeekdaysAreNamedOneByOneOrFromTo) {
  // 23 November 2026 is a Monday.
  expect_all({{"weekdays: mon", "2026-11-23", true},
              {"weekdays: [mon-wed, fri]", "2026-11-25", true},
              {"weekdays: [mon-wed, fri]", "2026-11-26", false},
              {"weekdays: [mon-wed, fri]", "2026-11-27", true},
              {"weekdays: sat-mon", "2026-11-28", true},
              {"weekdays: sat-mon", "2026-11-30", true},
              {"weekdays: sat-mon", "2026-12-01", false}});
}

TEST(Occasion, DatesAreOfEveryYearUnlessTheyNameOne) {
  expect_all({{"dates: 1/12-31/12", "2026-11-30T23:59", false},
              {"dates: 1/12-31/12", "2030-12-31T23:59", true},
              {"dates: 20/12-5/1", "2027-01-05", true},
              {"dates: 20/12-5/1", "2027-01-06", false},
              {"dates: 20/12-5/1", "2027-12-20", true},
              {"dates: 24/12", "2026-12-24", true},
              {"dates: 24/12", "2026-12-25", false},
              {"dates: 1/12/2026-31/1/2027", "2027-01-31", true},
              {"dates: 1/12/2026-31/1/2027", "2027-12-01", false},
              {"dates: [2/9, 24/12/2026]", "2027-09-02", true},
              {"dates: [2/9, 24/12/2026]", "2027-12-24", false}});
}

TEST(Occasion, The29thOfFebruaryIsThe28thInCommonYears) {
  expect_all(
      {{"dates: 29/2", "2027-02-28", true}, {"dates: 29/2", "2028-02-28", false}, {"dates: 29/2", "2028-02-29", true}});
}

TEST(Occasion, LunarDaysGoAcrossTet) {
  // Mùng 1 Tết: 17 February 2026 and 6 February 2027; the last months before them have 29 and 30 days.
  expect_all({{"lunar: 23/12-10/1", "2026-02-09", false},
              {"lunar: 23/12-10/1", "2026-02-10", true},
              {"lunar: 23/12-10/1", "2026-02-17", true},
              {"lunar: 23/12-10/1", "2026-02-26", true},
              {"lunar: 23/12-10/1", "2026-02-27", false},
              {"lunar: 30/12", "2026-02-16", true},
              {"lunar: 30/12-3/1", "2026-02-16", true},
              {"lunar: 30/12", "2027-02-05", true},
              {"lunar: 30/12", "2027-02-04", false}});
}

TEST(Occasion, ALeapMonthLiesBetweenItsNamesakeAndTheNext) {
  // The leap sixth month of 2025: 25 July to 22 August.
  expect_all({{"lunar: 15/6", "2025-07-09", true},
              {"lunar: 15/6", "2025-08-08", false},
              {"lunar: 1/6-30/6", "2025-08-08", false},
              {"lunar: 20/6-10/7", "2025-08-08", true},
              {"lunar: 20/6-10/7", "2025-09-02", false}});
}

TEST(Occasion, HolidaysAreThoseOfTheLaw) {
  expect_all({{"days: holidays", "2026-01-01", true},
              {"days: holidays", "2026-02-16", true},   // Giao thừa
              {"days: holidays", "2026-02-19", true},   // Mùng 3
              {"days: holidays", "2026-02-20", false},  // Mùng 4 is decided year by year.
              {"days: holidays", "2026-04-26", true},   // Giỗ Tổ
              {"days: holidays", "2026-04-30", true},
              {"days: holidays", "2026-05-01", true},
              {"days: holidays", "2026-09-02", true},
              {"days: holidays", "2026-05-19", false}});
}

TEST(Occasion, WorkdaysAreMondayToFridayWithoutHolidays) {
  expect_all({{"days: workdays", "2026-11-26", true},
              {"days: workdays", "2026-11-28", false},
              {"days: workdays", "2026-09-02", false},
              {"days: [workdays, Tết Trung thu]", "2027-09-15", true}});
}

TEST(Occasion, ADayIsNamedAsTheCalendarNamesIt) {
  expect_all({{"days: Tết Trung thu", "2026-09-25", true}, {"days: Tết Trung thu", "2026-09-26", false}});
}

TEST(Occasion, EveryKeyMustHoldAndNoneOfNot) {
  constexpr std::string_view when =
      R"({hours: "07:00-17:00", weekdays: mon-fri, not: [{days: holidays}, {hours: "11:30-13:00"}]})";
  expect_all({{when, "2026-11-26T08:00", true},
              {when, "2026-11-26T12:00", false},
              {when, "2026-11-28T08:00", false},
              {when, "2026-09-02T08:00", false},
              {"not: {dates: 24/12}", "2026-12-24", false},
              {"not: {dates: 24/12, not: {hours: 07:00-08:00}}", "2026-12-24T07:30", true}});
}

TEST(Occasion, ChangesAtItsNextEdge) {
  constexpr std::string_view office = R"({hours: "07:00-11:30", weekdays: mon-fri, not: {days: holidays}})";
  const std::vector<std::array<std::string_view, 3>> cases{
      {office, "2026-11-26T06:00", "2026-11-26 07:00"},
      {office, "2026-11-26T07:00", "2026-11-26 11:30"},
      {office, "2026-11-27T11:30", "2026-11-30 07:00"},
      {office, "2026-09-01T12:00", "2026-09-03 07:00"},
      {"weekdays: sat-sun", "2026-11-26T06:00", "2026-11-28 00:00"},
      {R"({hours: "22:00-05:00", weekdays: fri})", "2026-11-27T22:00", "2026-11-28 05:00"},
      {"hours: [07:00-09:00, 09:00-11:00]", "2026-11-26T08:00", "2026-11-26 11:00"},
      {"lunar: 23/12-10/1", "2026-03-01", "2027-01-30 00:00"},
      {"dates: 1/12/2028", "2026-11-26", "never"},
      {"hours: 0:00-24:00", "2026-11-26", "never"}};
  for (const auto& [when, from, expected] : cases) {
    EXPECT_EQ(written(changes_at(occasion(when), at(from))), expected) << when << " from " << from;
  }
}

TEST(Occasion, LooksNoFurtherForAChangeThanItIsAsked) {
  const Occasion weekend = occasion("weekdays: sat-sun");
  EXPECT_EQ(changes_at(weekend, at("2026-11-26T06:00"), days(1)), std::nullopt);
  EXPECT_EQ(written(changes_at(weekend, at("2026-11-26T06:00"), days(2))), "2026-11-28 00:00");
}

TEST(Occasion, WhatIsWrongIsSaidWithItsPlace) {
  const std::vector<Fault> faults{
      {"hours: 25:00-26:00",
       "o.yaml:1:8: error: 'hours' must be a part of the day such as \"07:00-11:30\", not '25:00-26:00'"},
      {"hours: [07:00-07:00]",
       "o.yaml:1:9: error: 'hours' must be a part of the day such as \"07:00-11:30\", not '07:00-07:00'"},
      {"weekdays: [mon, thurs]",
       "o.yaml:1:17: error: 'weekdays' must be days of the week such as mon, sat or mon-fri, not 'thurs'"},
      {"dates: 31/2",
       "o.yaml:1:8: error: 'dates' must be days such as 1/12-31/12, 24/12 or 1/12/2026-31/12/2026, not '31/2'"},
      {"dates: 1/12-31/12/2026",
       "o.yaml:1:8: error: 'dates' must be days such as 1/12-31/12, 24/12 or 1/12/2026-31/12/2026, not "
       "'1/12-31/12/2026'"},
      {"dates: 2/1/2027-1/1/2027",
       "o.yaml:1:8: error: 'dates' must be days such as 1/12-31/12, 24/12 or 1/12/2026-31/12/2026, not "
       "'2/1/2027-1/1/2027'"},
      {"lunar: 31/1",
       "o.yaml:1:8: error: 'lunar' must be days of the lunar calendar such as 23/12-10/1 or 15/8, not '31/1'"},
      {"days: holiday",
       "o.yaml:1:7: error: 'days' must be holidays, workdays or the name of an observance, not 'holiday'; did you mean "
       "'holidays'?"},
      {"days: [Tết Trung thi]",
       "o.yaml:1:8: error: 'days' must be holidays, workdays or the name of an observance, not 'Tết Trung thi'; did "
       "you mean 'Tết Trung thu'?"},
      {"hours: []", "o.yaml:1:8: error: 'hours' needs at least one entry"},
      {"not: {}", "o.yaml:1:6: error: 'not' needs at least one key, as in {days: holidays}"},
      {"weekday: mon", "o.yaml:1:1: error: unknown key 'weekday'; did you mean 'weekdays'?"},
      {"not: {hour: 07:00-11:30}", "o.yaml:1:7: error: unknown key 'hour'; did you mean 'hours'?"}};
  for (const auto& [yaml, findings] : faults) EXPECT_EQ(lines(parse(yaml)), findings) << yaml;
}

}  // namespace
}  // namespace lobby::config
