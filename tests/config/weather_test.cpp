#include <gmock/gmock.h>

#include "faults.h"

namespace lobby::config {
namespace {

using namespace std::chrono;
using testing::ElementsAre;

TEST(WeatherConfig, ASourceHasAPlaceAndItsOwnInterval) {
  const auto read = parse_config("sources: [{name: Thời tiết, weather: w.json, place: Ninh  Bình}]", "c.yaml");
  ASSERT_TRUE(read.value);
  const Source& source = read.value->sources.front();
  EXPECT_EQ(std::get<WeatherSource>(source.what), (WeatherSource{"w.json", "Ninh Bình"}));
  EXPECT_EQ(source.every, 30min);
  EXPECT_FALSE(source.articles);
}

TEST(WeatherConfig, AStepFollowsTheNewsWhereTheFileHasNoPlaylist) {
  const auto read = parse_config("sources: [{name: Thời tiết, weather: w.json}]", "c.yaml");
  ASSERT_TRUE(read.value);
  EXPECT_EQ(read.value->playlist.back(), (PlaylistEntry{PlaylistKind::weather}));
  const auto without = parse_config("sources: [{name: Tin, feed: w.xml}]", "c.yaml");
  ASSERT_TRUE(without.value);
  EXPECT_EQ(without.value->playlist.back(), (PlaylistEntry{PlaylistKind::headline_list}));
}

TEST(WeatherConfig, StepGapAndMovementKnowTheKind) {
  EXPECT_EQ(config_findings("sources: [{name: Thời tiết, weather: w.json}]\n"
                            "playlist: [{weather: 1, from: Thời tiết}]\n"
                            "rotation: {least_gap: {weather: 10m}}\n"
                            "movement: {slides: {weather: dip}}"),
            "");
}

TEST(WeatherConfig, SaysWhatIsWrongWithItsPlace) {
  const Fault faults[] = {
      {"sources: [{name: a, weather: ftp://x}]\nplaylist: [weather]",
       "c.yaml:1:30: error: 'weather' must be an http or https address or a path; 'ftp' addresses are not supported"},
      {"sources: [{name: a, feed: a.xml, place: Huế}]", "c.yaml:1:41: error: 'place' goes with 'weather' only"},
      {"sources: [{name: a, weather: w.json, keep: 3, articles: true}]",
       "c.yaml:1:44: warning: 'keep' has no effect on weather\n"
       "c.yaml:1:57: warning: 'articles' has no effect on weather"},
      {"sources: [{name: a, weather: w.json}]\nplaylist: [photos]",
       "c.yaml:2:11: warning: no step of 'playlist' shows the source of weather; add weather to it"},
  };
  for (const auto& [yaml, findings] : faults) EXPECT_EQ(config_findings(yaml), findings) << yaml;
}

TEST(WeatherLayout, ReadsADrawingInEachTile) {
  Theme theme = small_theme();
  for (const std::string_view condition : weather_conditions) {
    theme.art.emplace("weather-" + std::string(condition) + ".svg", nullptr);
  }
  const auto read = parse_layout(
      R"(elements: [{tiles: {art: {file: "weather-{icon}.svg", size: 12, gap: 1, after: 1},
                             texts: [{role: a, parts: ["{weekday}"], face: body}]}},
                    {art: {file: "weather-{icon}.svg"}}])",
      "l.yaml", theme);
  EXPECT_EQ(lines(read), "");
  ASSERT_TRUE(read.value);
  EXPECT_EQ(std::get<Tiles>(read.value->elements[0].what).art, (TileArt{"weather-{icon}.svg", 12, 1, 1}));
  EXPECT_EQ(std::get<Art>(read.value->elements[1].what).file, "weather-{icon}.svg");
}

TEST(WeatherLayout, NamesEveryDrawingAndWordThatMayBeMissed) {
  Theme theme = small_theme();
  for (const std::string_view condition : weather_conditions) {
    if (condition != "fog") theme.art.emplace("weather-" + std::string(condition) + ".svg", nullptr);
  }
  theme.weather_words.erase("hail");
  EXPECT_EQ(lines(parse_layout(R"(elements: [{art: {file: "weather-{icon}.svg"}}])", "l.yaml", theme)),
            "l.yaml:1:25: error: the theme has no weather-fog.svg, which 'weather-{icon}.svg' may ask for");
  EXPECT_EQ(lines(parse_layout(R"(elements: [{stack: {texts: [{role: a, parts: ["{condition}"], face: body}]}}])",
                               "l.yaml", theme)),
            "l.yaml:1:46: error: '{condition}' may be hail, for which 'weather_words' of theme.yaml has no words");
}

TEST(WeatherLayout, AThemeHasWordsAndTakesTheOthersFromItsBase) {
  const auto theme = [](std::string_view words) {
    return parse_theme("extends: hq\nweather_words: {" + std::string(words) + "}", "t.yaml");
  };
  const auto base = theme("fog: Sương mù, rain: Mưa");
  const auto over = theme("rain: Có mưa");
  ASSERT_TRUE(base.value && over.value);
  EXPECT_THAT(overlaid(*base.value, *over.value).weather_words,
              ElementsAre(std::pair("fog", "Sương mù"), std::pair("rain", "Có mưa")));
  EXPECT_EQ(lines(theme("ran: Mưa")), "t.yaml:2:17: error: unknown key 'ran'; did you mean 'rain'?");
}

}  // namespace
}  // namespace lobby::config
