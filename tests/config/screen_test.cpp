#include "config/screen.h"

#include <gmock/gmock.h>

#include "config/report.h"
#include "faults.h"

namespace lobby::config {
namespace {

using namespace std::chrono;

Screen screen(std::string_view yaml) {
  Report report("s.yaml", Severity::warning);
  Screen read;
  if (const auto root = parse_yaml(yaml, report)) read = read_screen(*root, report);
  const auto checked = std::move(report).checked(std::move(read));
  EXPECT_EQ(lines(checked), "") << yaml;
  return checked.value.value_or(Screen());
}

std::string fault(std::string_view yaml) {
  Report report("s.yaml", Severity::warning);
  Screen read;
  if (const auto root = parse_yaml(yaml, report)) read = read_screen(*root, report);
  return lines(std::move(report).checked(std::move(read)));
}

LocalTime moment_of(std::string_view text) {
  const auto time = parse_iso8601(text, TimeZone());
  EXPECT_TRUE(time) << text;
  return TimeZone().local(time.value_or(WallTime()));
}

struct HourCase {
  std::string_view yaml;
  std::string_view at;
  bool on;
};

// 26 November 2026 is a Thursday. Tết of 2027 is on 6 February.
TEST(ScreenHours, SayWhenTheScreenIsOn) {
  const std::vector<HourCase> cases{
      {R"(on: "06:30-18:00")", "2026-11-26T06:29:59", false},
      {R"(on: "06:30-18:00")", "2026-11-26T06:30", true},
      {R"(on: "06:30-18:00")", "2026-11-26T18:00", false},
      {R"(on: ["06:30-11:30", "13:00-18:00"])", "2026-11-26T12:00", false},
      {R"(on: ["06:30-11:30", "13:00-18:00"])", "2026-11-26T14:00", true},
      {R"(on: {hours: "06:30-18:00", weekdays: mon-fri})", "2026-11-28T12:00", false},
      {R"(on: {hours: "06:30-18:00", weekdays: mon-fri})", "2026-11-27T12:00", true},
      // The night of Friday goes on on Saturday; that of Thursday does not begin.
      {R"(on: {hours: "20:00-02:00", weekdays: fri})", "2026-11-28T01:59", true},
      {R"(on: {hours: "20:00-02:00", weekdays: fri})", "2026-11-28T20:30", false},
      {R"(on: {hours: "20:00-02:00", weekdays: fri})", "2026-11-27T01:00", false},
      {R"(on: {hours: "07:00-17:00", days: workdays})", "2026-09-02T10:00", false},
      {R"(on: {hours: "07:00-17:00", not: {lunar: 29/12-5/1}})", "2027-02-07T10:00", false},
      {R"(on: {hours: "07:00-17:00", not: {lunar: 29/12-5/1}})", "2027-02-12T10:00", true},
      // A day out of the ordinary: a Sunday on which the house is open, a Monday on which it is not.
      {R"(on: [{hours: "07:00-17:00", weekdays: mon-fri, not: {dates: 30/11/2026}}, {dates: 29/11/2026}])",
       "2026-11-29T22:00", true},
      {R"(on: [{hours: "07:00-17:00", weekdays: mon-fri, not: {dates: 30/11/2026}}, {dates: 29/11/2026}])",
       "2026-11-30T10:00", false},
      // From an hour to the same hour says nothing.
      {R"(on: "07:00-07:00")", "2026-11-26T03:00", true},
      {"rotate: 0", "2026-11-26T03:00", true},
  };
  for (const auto& [yaml, moment, on] : cases)
    EXPECT_EQ(is_on_at(screen(yaml), moment_of(moment)), on) << yaml << " " << moment;
}

TEST(ScreenHours, TheScreenStaysOnWhileTheClockIsNotBelieved) {
  EXPECT_TRUE(is_on_at(screen(R"(on: "06:30-18:00")"), std::nullopt));
}

TEST(ScreenHours, TheNextSwitchIsThatOfAllRulesTogether) {
  const auto hours = screen(R"(on: ["06:30-12:00", "12:00-18:00"])");
  EXPECT_EQ(switched_at(hours, moment_of("2026-11-26T07:00")), moment_of("2026-11-26T18:00"));
  EXPECT_EQ(switched_at(hours, moment_of("2026-11-26T19:00")), moment_of("2026-11-27T06:30"));
  EXPECT_EQ(switched_at(screen(R"(on: "07:00-07:00")"), moment_of("2026-11-26T07:00")), std::nullopt);
  EXPECT_EQ(switched_at(Screen(), moment_of("2026-11-26T07:00")), std::nullopt);
}

TEST(ScreenBrightness, IsThatOfTheFirstEntryThatHolds) {
  const auto dimmed = screen(R"(brightness: [{level: 30, when: {hours: "19:00-06:00"}}, 80])");
  EXPECT_EQ(brightness_at(dimmed, moment_of("2026-11-26T20:00")), 30);
  EXPECT_EQ(brightness_at(dimmed, moment_of("2026-11-26T12:00")), 80);
  EXPECT_EQ(brightness_at(dimmed, std::nullopt), 80);
  EXPECT_EQ(
      brightness_at(screen(R"(brightness: {level: 30, when: {hours: "19:00-06:00"}})"), moment_of("2026-11-26T12:00")),
      std::nullopt);
  EXPECT_EQ(brightness_at(Screen(), moment_of("2026-11-26T12:00")), std::nullopt);
}

TEST(ScreenMode, IsOneOfWordsOrASizeWithOrWithoutARate) {
  EXPECT_EQ(screen("mode: auto").mode, ModeWish());
  EXPECT_EQ(screen("mode: max").mode, (ModeWish{ModeWish::Kind::largest}));
  EXPECT_EQ(screen("mode: 1280x720").mode, (ModeWish{ModeWish::Kind::exact, {{1280, 720}, 0}}));
  EXPECT_EQ(screen("mode: 1920x1080@50").mode, (ModeWish{ModeWish::Kind::exact, {{1920, 1080}, 50}}));
  for (const auto* odd : {"mode: 1920", "mode: 1920x1080@", "mode: 1920x1080p", "mode: 1x1", "mode: 4k"}) {
    EXPECT_NE(fault(odd), "") << odd;
  }
}

TEST(ScreenPower, NamesTheWaysToSwitch) {
  EXPECT_EQ(Screen().power.ways, (std::set{Switch::dpms, Switch::cec, Switch::backlight}));
  EXPECT_EQ(screen("power: [ddc]").power.ways, (std::set{Switch::ddc}));
  EXPECT_TRUE(screen("power: []").power.ways.empty());
  EXPECT_NE(fault("power: [hdmi]"), "");
  EXPECT_EQ(screen("wake: 15m").wake, 15min);
}

TEST(ScreenPower, IsKnownToBeNamedEvenWhereItIsWhatHoldsWithoutIt) {
  EXPECT_FALSE(Screen().power.named);
  EXPECT_FALSE(screen("wake: 15m").power.named);
  EXPECT_TRUE(screen("power: [dpms, cec, backlight]").power.named);
}

TEST(ScreenFaults, ARestrictionThatIsNotKnownIsAnError) {
  EXPECT_THAT(fault("on: {hour: \"07:00-17:00\"}"), testing::HasSubstr("hour"));
  EXPECT_NE(fault("on: \"25:00-26:00\""), "");
  EXPECT_NE(fault("brightness: 101"), "");
}

}  // namespace
}  // namespace lobby::config
