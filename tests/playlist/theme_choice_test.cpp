#include "playlist/theme_choice.h"

#include <gmock/gmock.h>

namespace lobby::playlist {
namespace {

using namespace std::chrono;
using calendar::Tone;
using testing::ElementsAre;

/// Noon at UTC+7.
Moment at_noon(Date date) { return {sys_days(date) + 5h, true}; }

calendar::Anniversary tet() {
  return {
      .name = "Tết Nguyên đán", .day = calendar::YearlyDay{calendar::LunarDay{1, 1}}, .window = calendar::Window{7, 3}};
}

/// A house that keeps days of every tone.
class ThemeChoiceTest : public testing::Test {
 protected:
  ThemeChoiceTest() {
    config.anniversaries = {tet(),
                            {"Ngày Quốc khánh", 1945y / September / 2},
                            {"Ngày Nhà giáo Việt Nam", 1982y / November / 20},
                            {"Ngày Giỗ Tổ Hùng Vương", calendar::YearlyDay{calendar::LunarDay{10, 3}}, Tone::tradition},
                            {"Ngày Thương binh – Liệt sĩ", 1947y / July / 27, Tone::memorial},
                            {"Ngày mất", 1990y / March / 3, Tone::mourning}};
  }
  std::string theme(const Moment& moment) const { return theme_at(config, moment).theme; }
  std::string theme(Date date) const { return theme(at_noon(date)); }

  config::Config config;
};

TEST_F(ThemeChoiceTest, FollowsTheDay) {
  const std::vector<std::pair<Date, std::string>> days{
      {2027y / January / 29, "hq"},       // eight days before Tết Đinh Mùi, 6/2/2027
      {2027y / January / 30, "festive"},  // its banner hangs
      {2027y / February / 6, "festive"},  {2027y / February / 9, "festive"}, {2027y / February / 10, "hq"},
      {2027y / April / 16, "hq"},  // Giỗ Tổ: a tradition
      {2027y / July / 26, "hq"},   // the banner of the day to come hangs
      {2027y / July / 27, "solemn"},      {2027y / July / 28, "hq"},         {2027y / September / 1, "hq"},
      {2027y / September / 2, "festive"}, {2027y / November / 20, "hq"},  // 45 years, and no great day
      {2032y / November / 20, "festive"},                                 // 50 years
      {2027y / March / 3, "mourning"},
  };
  for (const auto& [date, expected] : days) EXPECT_EQ(theme(date), expected) << iso8601(date);
}

TEST_F(ThemeChoiceTest, SaysWhy) {
  EXPECT_EQ(theme_at(config, at_noon(2027y / July / 27)), (ThemeChoice{"solemn", "Ngày Thương binh – Liệt sĩ"}));
  EXPECT_EQ(theme_at(config, at_noon(2027y / June / 1)), (ThemeChoice{"hq", ""}));
}

TEST_F(ThemeChoiceTest, MourningGoesBeforeProgrammesProgrammesBeforeDaysAndDaysBeforeTheNight) {
  config.themes.night = config::NightTheme{.hours = {10h, 14h}};
  config.programmes = {{.name = "Mùa hè", .when = {.hours = {{11h, 15h}}}, .theme = "summer"}};
  config.mourning = config::Mourning{"Quốc tang", {}, sys_days(2027y / September / 1), sys_days(2027y / October / 1)};
  EXPECT_EQ(theme_at(config, at_noon(2027y / September / 2)), (ThemeChoice{"mourning", "mourning"}));
  config.mourning.reset();
  EXPECT_EQ(theme_at(config, at_noon(2027y / September / 2)), (ThemeChoice{"summer", "Mùa hè"}));
  EXPECT_EQ(theme_at(config, at_noon(2027y / March / 3)), (ThemeChoice{"mourning", "Ngày mất"}));
  config.programmes.clear();
  EXPECT_EQ(theme_at(config, at_noon(2027y / September / 2)), (ThemeChoice{"festive", "Ngày Quốc khánh"}));
  EXPECT_EQ(theme_at(config, at_noon(2027y / June / 1)), (ThemeChoice{"night", "night"}));
}

TEST_F(ThemeChoiceTest, NeverCelebratesOnADayOfRemembrance) {
  config.anniversaries.emplace_back("Ngày hội", 1937y / July / 27);
  EXPECT_EQ(theme(2027y / July / 27), "solemn");
  config.themes.solemn.reset();
  EXPECT_EQ(theme(2027y / July / 27), "hq");
}

TEST_F(ThemeChoiceTest, WithAClockThatIsNotBelievedKnowsNoDayAndNoNight) {
  config.themes.night = config::NightTheme{.hours = {10h, 14h}};
  const Moment unknown{at_noon(2027y / September / 2).time, false};
  EXPECT_EQ(theme(unknown), "hq");
  config.programmes = {{.name = "Luôn luôn", .theme = "red"}};
  EXPECT_EQ(theme(unknown), "red");
}

TEST_F(ThemeChoiceTest, LooksPlainWhileNobodyKnowsWhetherAMourningHasBegun) {
  config.programmes = {{.name = "Luôn luôn", .theme = "red"}};
  config.mourning = config::Mourning{"Quốc tang", {}, sys_days(2027y / September / 1), std::nullopt};
  EXPECT_EQ(theme({at_noon(2027y / September / 2).time, false}), "hq");
  config.mourning->from.reset();
  EXPECT_EQ(theme({at_noon(2027y / September / 2).time, false}), "mourning");
}

TEST_F(ThemeChoiceTest, AThemeThatIsSwitchedOffLeavesTheConfigsOwn) {
  config.themes = {.festive = std::nullopt, .solemn = std::nullopt, .mourning = "black", .night = std::nullopt};
  EXPECT_EQ(theme(2027y / September / 2), "hq");
  EXPECT_EQ(theme(2027y / July / 27), "hq");
  EXPECT_EQ(theme(2027y / March / 3), "black");
}

TEST_F(ThemeChoiceTest, TheNightPassesMidnight) {
  EXPECT_EQ(night_changes_at(config, at_noon(2027y / June / 1)), std::nullopt);
  config.themes.night = config::NightTheme();
  const auto at = [](Date date, minutes time) { return Moment{sys_days(date) - 7h + time, true}; };
  EXPECT_EQ(theme(at(2027y / June / 1, 20h + 59min)), "hq");
  EXPECT_EQ(theme(at(2027y / June / 1, 21h)), "night");
  EXPECT_EQ(theme(at(2027y / June / 2, 5h + 59min)), "night");
  EXPECT_EQ(theme(at(2027y / June / 2, 6h)), "hq");
  EXPECT_EQ(night_changes_at(config, at(2027y / June / 1, 12h)), at(2027y / June / 1, 21h).time);
  EXPECT_EQ(night_changes_at(config, at(2027y / June / 1, 21h)), at(2027y / June / 2, 6h).time);
}

TEST_F(ThemeChoiceTest, NamesEveryThemeThatMayBeNeeded) {
  EXPECT_THAT(themes_of(config), ElementsAre("hq", "mourning", "solemn", "festive"));
  config.themes.night = config::NightTheme();
  config.programmes = {{.name = "Hè", .theme = "summer"}, {.name = "Thu", .theme = "hq"}};
  config.anniversaries.clear();
  EXPECT_THAT(themes_of(config), ElementsAre("hq", "summer", "night"));
}

TEST_F(ThemeChoiceTest, WhatStandsInForAThemeOfMourningMournsToo) {
  config.themes.mourning = "morning";
  EXPECT_EQ(stand_in_for(config, "morning"), "mourning");
  EXPECT_EQ(stand_in_for(config, "festve"), "hq");
  EXPECT_EQ(stand_in_for("hq", "morning", "morning"), "mourning");
  EXPECT_EQ(stand_in_for("morning", "morning", "morning"), "hq") << "it is worn every day";
}

}  // namespace
}  // namespace lobby::playlist
