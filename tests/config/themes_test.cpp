#include "config/themes.h"

#include <gtest/gtest.h>

#include "faults.h"

namespace lobby::config {
namespace {

using namespace std::chrono;

Themes themes_of(std::string_view yaml) { return parse_config(yaml, "c.yaml").value.value_or(Config()).themes; }

TEST(Themes, AreThoseThatComeWithThePlayerUnlessTheConfigSaysOtherwise) {
  const Themes expected{"festive", "solemn", "mourning", std::nullopt};
  EXPECT_EQ(themes_of("theme: mine"), expected);
}

TEST(Themes, ReadsEveryKey) {
  const Themes expected{"tet", std::nullopt, "black", NightTheme{"dim", {22h, 5h + 30min}}};
  EXPECT_EQ(themes_of("themes: {festive: tet, solemn: false, mourning: black, "
                      "night: {theme: dim, from: 22:00, until: 05:30}}"),
            expected);
}

TEST(Themes, TheNightIsFromNineToSixUnlessTheConfigSaysOtherwise) {
  EXPECT_EQ(themes_of("themes: {night: true}").night, (NightTheme{"night", {21h, 6h}}));
  EXPECT_EQ(themes_of("themes: {night: false}").night, std::nullopt);
}

TEST(Themes, AreKnownByTheirPlacesWhetherTheirDayComesOrNot) {
  const auto config = parse_config(
      "theme: mine\n"
      "themes: {festive: tet, solemn: false, mourning: black, night: {theme: dim}}\n"
      "programmes:\n"
      "  - {name: Hè, theme: summer}\n",
      "c.yaml");
  ASSERT_TRUE(config.value);
  std::string places;
  for (const auto& [name, at] : config.value->named_themes.all) {
    places += name + " " + std::to_string(at.line) + ":" + std::to_string(at.column) + "\n";
  }
  EXPECT_EQ(places, "mine 1:8\ntet 2:19\nblack 2:49\ndim 2:71\nsummer 4:23\n");
}

TEST(Themes, SaysWhatAValueMustBe) {
  const Fault faults[] = {
      {"themes: {festiv: red}", "c.yaml:1:10: warning: unknown key 'festiv'; did you mean 'festive'?"},
      {"themes: {festive: true}", "c.yaml:1:19: error: 'festive' must be the name of a theme, or false, not 'true'"},
      {"themes: {mourning: Black}",
       "c.yaml:1:20: error: 'mourning' must be a name of lower-case letters, digits and hyphens, not 'Black'"},
      {"themes: {night: dark}",
       "c.yaml:1:17: error: 'night' must be true, false, or a map such as {theme: night, from: 21:00, until: 06:00}, "
       "not 'dark'"},
      {"themes: {night: {from: 24:00}}", "c.yaml:1:24: error: 'from' must be a time of day such as 21:00, not '24:00'"},
      {"themes: {night: {from: 6:00}}", "c.yaml:1:24: error: 'until' must be another time than 'from'"},
  };
  for (const auto& [yaml, findings] : faults) EXPECT_EQ(config_findings(yaml), findings) << yaml;
}

}  // namespace
}  // namespace lobby::config
