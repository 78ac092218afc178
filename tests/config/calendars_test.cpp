#include <gmock/gmock.h>

#include "faults.h"

namespace lobby::config {
namespace {

using namespace std::chrono;
using calendar::Anniversary;
using calendar::LunarDay;
using calendar::Tone;
using calendar::Window;
using calendar::YearlyDay;
using testing::ElementsAre;

std::string calendar_findings(std::string_view yaml) { return lines(parse_calendar(yaml, "k.yaml")); }

/// Two small calendars; «broken» is one whose file was refused.
Calendars calendars() {
  return {{"state",
           {{.name = "Quốc khánh", .day = 1945y / 9 / 2, .window = Window{8, 1}, .motto = "Độc lập"},
            {.name = "Giỗ Tổ", .day = YearlyDay{LunarDay{10, 3}}, .tone = Tone::tradition}}},
          {"army", {{.name = "Quân đội", .day = 1944y / 12 / 22}, {.name = "Quốc khánh", .day = 1900y / 1 / 1}}},
          {"broken", {}}};
}

Checked<Config> parsed(std::string_view yaml) { return parse_config(yaml, "c.yaml", calendars()); }

std::vector<std::string> names(const Checked<Config>& checked) {
  std::vector<std::string> result;
  for (const auto& anniversary : checked.value.value_or(Config()).anniversaries) result.push_back(anniversary.name);
  return result;
}

TEST(ParseConfig, TakesOverTheDaysOfItsCalendarsAndAddsItsOwn) {
  const auto checked = parsed("calendars: [state, army]\nanniversaries: [{name: Của ta, since: 1/7/1997}]");
  EXPECT_EQ(lines(checked), "");
  EXPECT_THAT(names(checked), ElementsAre("Quốc khánh", "Giỗ Tổ", "Quân đội", "Của ta"));
  EXPECT_THAT(checked.value->calendars, ElementsAre("state", "army"));
  EXPECT_EQ(checked.value->anniversaries[0].day, (std::variant<Date, YearlyDay>(1945y / 9 / 2)));
}

TEST(ParseConfig, LeavesOutDaysOfACalendar) {
  const auto checked = parsed("calendars: [state]\nleave_out: [Giỗ Tổ]");
  EXPECT_EQ(lines(checked), "");
  EXPECT_THAT(names(checked), ElementsAre("Quốc khánh"));
}

TEST(ParseConfig, ChangesWhatAnEntrySaysOfADayOfACalendarAndNothingElse) {
  const auto checked = parsed(
      "calendars: [state]\n"
      "anniversaries: [{name: Giỗ Tổ, countdown: 30}, {name: Quốc khánh, since: 1/9/1945, window: {before: 3}}]");
  EXPECT_EQ(lines(checked), "");
  const std::vector<Anniversary> expected{
      {.name = "Quốc khánh", .day = 1945y / 9 / 1, .window = Window{3, 3}, .motto = "Độc lập"},
      {.name = "Giỗ Tổ", .day = YearlyDay{LunarDay{10, 3}}, .tone = Tone::tradition, .countdown = 30}};
  EXPECT_EQ(checked.value->anniversaries, expected);
}

TEST(ParseConfig, KeepsTwoDaysOfItsOwnThatShareAName) {
  const auto checked = parsed("anniversaries: [{name: a, since: 1/7/1997}, {name: a, since: 2/8/1998}]");
  EXPECT_THAT(names(checked), ElementsAre("a", "a"));
}

TEST(ParseConfig, GoesOnWithoutACalendarThatIsUnknownOrBroken) {
  const Fault faults[] = {
      {"calendars: [sate]", "c.yaml:1:13: warning: there is no calendar 'sate'; did you mean 'state'?"},
      {"calendars: [broken]", ""},
      {"calendars: [state]\nleave_out: [Giỗ Tổ, Quốc khanh]",
       "c.yaml:2:21: warning: no calendar has the day 'Quốc khanh'; did you mean 'Quốc khánh'?"},
      {"calendars: [broken]\nleave_out: [Giỗ Tổ]", ""},
      {"calendars: [broken]\nanniversaries: [{name: Giỗ Tổ, countdown: 30}]",
       "c.yaml:2:17: warning: 'Giỗ Tổ' has no date of its own and is in no calendar; it is not kept"},
      {"calendars: [state]\nanniversaries: [{name: Giô Tổ, countdown: 30}]",
       "c.yaml:2:17: warning: 'Giô Tổ' has no date of its own and is in no calendar; it is not kept; did you mean 'Giỗ "
       "Tổ'?"},
      {"calendars: [state]\nanniversaries: [{name: Giỗ Tổ, tone: memorial, countdown: 30}]",
       "c.yaml:2:59: warning: 'countdown' is for celebrations and traditions; it has no effect here"},
  };
  for (const auto& [yaml, findings] : faults) EXPECT_EQ(lines(parsed(yaml)), findings) << yaml;
}

TEST(ParseConfig, FindsTheFaultsOfCalendars) {
  const Fault faults[] = {
      {"calendars: state", "c.yaml:1:12: error: 'calendars' must be a list, not 'state'"},
      {"calendars: [../x]",
       "c.yaml:1:13: error: an entry of 'calendars' must be a name of lower-case letters, digits and hyphens, not "
       "'../x'"},
      {"calendars: [state]\nanniversaries: [{countdown: 30}]",
       "c.yaml:2:17: error: the key 'name' is missing\n"
       "c.yaml:2:17: error: the key 'since' is missing"},
  };
  for (const auto& [yaml, findings] : faults) EXPECT_EQ(lines(parsed(yaml)), findings) << yaml;
}

TEST(ParseConfig, ReadsDaysWithoutADateThatTheyGoBackTo) {
  const auto checked = parsed(
      "anniversaries: [{name: a, day: 20/11}, {name: b, lunar: 10/3}, {name: c, lunar: 5/1, since: 1789},"
      "{name: d, day: 29/2, tone: mourning, source: Luật}]");
  EXPECT_EQ(lines(checked), "");
  const std::vector<Anniversary> expected{{.name = "a", .day = YearlyDay{November / 20}},
                                          {.name = "b", .day = YearlyDay{LunarDay{10, 3}}},
                                          {.name = "c", .day = YearlyDay{LunarDay{5, 1}, 1789}},
                                          {.name = "d", .day = YearlyDay{February / 29}, .tone = Tone::mourning}};
  EXPECT_EQ(checked.value->anniversaries, expected);
}

TEST(ParseConfig, FindsTheFaultsOfADayWithoutADate) {
  const Fault faults[] = {
      {"anniversaries: [{name: a, day: 31/4}]",
       "c.yaml:1:32: error: 'day' must be a day and a month such as 20/11, not '31/4'"},
      {"anniversaries: [{name: a, lunar: 31/1}]",
       "c.yaml:1:34: error: 'lunar' must be a day and a month of the lunar calendar such as 10/3, not '31/1'"},
      {"anniversaries: [{name: a, lunar: 1/13}]",
       "c.yaml:1:34: error: 'lunar' must be a day and a month of the lunar calendar such as 10/3, not '1/13'"},
      {"anniversaries: [{name: a, day: 1/1, lunar: 1/1}]",
       "c.yaml:1:44: error: a day is kept by 'day' or by 'lunar', not by both"},
      {"anniversaries: [{name: a, day: 1/1, since: 1/1/1990}]",
       "c.yaml:1:44: error: 'since' must be a year such as 1789 beside 'day' or 'lunar', not '1/1/1990'"},
      {"anniversaries: [{name: a, since: 1/1/1990, countdown: 366}]",
       "c.yaml:1:55: error: 'countdown' must be a whole number from 0 to 365, not '366'"},
      {"anniversaries: [{name: a, since: 1/1/1990, tone: memorial, countdown: 3}]",
       "c.yaml:1:71: warning: 'countdown' is for celebrations and traditions; it has no effect here"},
  };
  for (const auto& [yaml, findings] : faults) EXPECT_EQ(config_findings(yaml), findings) << yaml;
}

TEST(ParseCalendar, ReadsDaysWithTheirSources) {
  const auto checked = parse_calendar("anniversaries:\n  - {name: a, since: 2/9/1945, source: Hiến pháp}\n", "k.yaml");
  EXPECT_EQ(lines(checked), "");
  EXPECT_EQ(checked.value, (std::vector<Anniversary>{{.name = "a", .day = 1945y / 9 / 2}}));
}

TEST(ParseCalendar, FindsEveryFault) {
  const Fault faults[] = {
      {"", "k.yaml:1:1: error: the file is empty"},
      {"anniversaries: []", "k.yaml:1:16: error: 'anniversaries' needs at least one entry"},
      {"organisation: x\nanniversaries: [{name: a, day: 1/1, source: b}]",
       "k.yaml:1:1: error: unknown key 'organisation'"},
      {"anniversaries: [{name: a, day: 1/1}]", "k.yaml:1:17: error: the key 'source' is missing"},
      {"anniversaries:\n  - {name: a, day: 1/1, source: b}\n  - {name: a, day: 2/1, source: b}",
       "k.yaml:3:12: error: the day 'a' stands here twice"},
      {"anniversaries:\n  - {name: a, dya: 1/1, source: b}",
       "k.yaml:2:5: error: the key 'since' is missing\n"
       "k.yaml:2:15: error: unknown key 'dya'; did you mean 'day'?"},
  };
  for (const auto& [yaml, findings] : faults) EXPECT_EQ(calendar_findings(yaml), findings) << yaml;
}

}  // namespace
}  // namespace lobby::config
