#include "config/programme.h"

#include <gmock/gmock.h>

#include "faults.h"

namespace lobby::config {
namespace {

using namespace std::chrono;
using enum PlaylistKind;

constexpr std::string_view day_parts = R"(
theme: hq
sources: [{name: Tin, feed: a.xml, weight: 2}]
playlist: [photos]
programmes:
  - {name: Buổi sáng, when: {hours: "07:00-11:30", weekdays: mon-fri}, playlist: [{headlines: 5, from: Tin, every: 2}]}
  - {name: Tết, when: {lunar: 23/12-10/1}, priority: 10, theme: tet}
  - {name: Sáng Tết, when: {lunar: 30/12-3/1, hours: "07:00-11:30"}, priority: 5, playlist: [anniversaries]}
)";

Config config() {
  auto checked = parse_config(day_parts, "c.yaml");
  EXPECT_EQ(lines(checked), "");
  return checked.value.value_or(Config());
}

LocalTime at(year_month_day date, hours hour) { return {date, hour}; }

TEST(Programme, IsReadWithItsOccasionAndItsPlaylist) {
  const Config read = config();
  ASSERT_EQ(read.programmes.size(), 3U);
  EXPECT_EQ(read.programmes[0].name, "Buổi sáng");
  EXPECT_EQ(read.programmes[0].when.hours, (std::vector<Hours>{{7h, 11h + 30min}}));
  EXPECT_EQ(read.programmes[0].playlist, (std::vector<PlaylistEntry>{{notices}, {headlines, 5, {"Tin"}, 2}}));
  EXPECT_EQ(read.programmes[1].theme, "tet");
  EXPECT_EQ(read.sources[0].weight, 2);
}

/// The theme that a programme asks for, or that of the config.
std::string theme_at(const Config& config, const std::optional<LocalTime>& now) {
  const Programme* ruler = rulers_at(config, now).theme;
  return ruler != nullptr ? ruler->theme.value() : config.theme;
}

TEST(Programme, RulesWhileItsOccasionHolds) {
  const Config read = config();
  EXPECT_EQ(playlist_at(read, at(2026y / November / 26, 8h)), read.programmes[0].playlist);
  EXPECT_EQ(playlist_at(read, at(2026y / November / 26, 12h)), read.playlist);
  EXPECT_EQ(playlist_at(read, at(2026y / November / 28, 8h)), read.playlist);
}

TEST(Programme, OfTheHighestPriorityRulesInWhatItHas) {
  const Config read = config();
  // Mùng 2 Tết, a Wednesday: the theme of one programme, the playlist of another.
  EXPECT_EQ(theme_at(read, at(2026y / February / 18, 8h)), "tet");
  EXPECT_EQ(playlist_at(read, at(2026y / February / 18, 8h)), read.programmes[2].playlist);
  EXPECT_EQ(theme_at(read, at(2026y / March / 18, 8h)), "hq");
}

TEST(Programme, OfTwoWithTheSamePriorityTheFirstRules) {
  Config read;
  read.programmes = {{.name = "a", .theme = "a"}, {.name = "b", .theme = "b"}};
  EXPECT_EQ(theme_at(read, std::nullopt), "a");
  read.programmes[1].priority = 1;
  EXPECT_EQ(theme_at(read, std::nullopt), "b");
}

TEST(Programme, WithAnOccasionDoesNotCountWhileTheClockIsNotTrusted) {
  const Config read = config();
  EXPECT_EQ(rulers_at(read, std::nullopt), Rulers());
}

TEST(Programme, ChangesAtTheNextEdgeOfAny) {
  const Config read = config();
  EXPECT_EQ(programmes_change_at(read, at(2026y / November / 26, 6h), days(1)), at(2026y / November / 26, 7h));
  EXPECT_EQ(programmes_change_at(read, at(2026y / November / 28, 6h), days(1)), std::nullopt);
}

TEST(Programme, RotationIsReadWithItsGapsAndSeed) {
  const auto read = parse_config(
      "rotation: {seed: 7, least_gap: {headlines: 10m, headline-list: 1h}, fresh: {within: 6h}}", "c.yaml");
  ASSERT_TRUE(read.value);
  EXPECT_EQ(read.value->rotation, (Rotation{7, {{headlines, 10min}, {headline_list, 1h}}, {6h, 2}}));
  const auto all = parse_config("rotation: {least_gap: 10m}", "c.yaml");
  ASSERT_TRUE(all.value);
  EXPECT_EQ(all.value->rotation.least_gap.size(), 11U);
}

TEST(Programme, WhatIsWrongIsSaidWithItsPlace) {
  const std::vector<Fault> faults{
      {"programmes: [{theme: tet}]", "c.yaml:1:14: error: the key 'name' is missing"},
      {"programmes: [{name: A}]", "c.yaml:1:14: warning: a programme without 'playlist' and 'theme' changes nothing"},
      {"programmes: [{name: A, theme: a}, {name: A, theme: b}]",
       "c.yaml:1:35: error: another programme is named 'A', too"},
      {"programmes: [{name: A, theme: a, whem: {}}]", "c.yaml:1:34: warning: unknown key 'whem'; did you mean 'when'?"},
      {"programmes: [{name: A, theme: a, priority: high}]",
       "c.yaml:1:44: error: 'priority' must be a whole number from -1000 to 1000, not 'high'"},
      {"sources: [{name: Tin, feed: a.xml}]\nplaylist: [{headlines: 5, from: Tim}]",
       "c.yaml:2:33: error: an entry of 'from' must be the name of a source, not 'Tim'; did you mean 'Tin'?"},
      {"playlist: [{notices: all, from: Tin}]",
       "c.yaml:1:33: error: 'from' is for headlines, photos, series, headline-list and weather; nothing else comes "
       "from "
       "a source"},
      {"playlist: [{headlines: 5, evry: 2}]", "c.yaml:1:27: warning: unknown key 'evry'; did you mean 'every'?"},
      {"rotation: {least_gap: {photo: 1m}}", "c.yaml:1:24: warning: unknown key 'photo'; did you mean 'photos'?"},
      {"rotation: {fresh: {times: 9}}", "c.yaml:1:27: error: 'times' must be a whole number from 1 to 3, not '9'"}};
  for (const auto& [yaml, findings] : faults) EXPECT_EQ(config_findings(yaml), findings) << yaml;
}

}  // namespace
}  // namespace lobby::config
