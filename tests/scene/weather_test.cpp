#include <gmock/gmock.h>

#include <chrono>

#include "plain_measurer.h"
#include "scene/build_scene.h"
#include "scene/facts.h"
#include "scene/fields.h"
#include "scene/weather_fields.h"
#include "screens.h"

namespace lobby::scene {
namespace {

using namespace std::chrono;
using testing::ElementsAre;

content::WeatherDay day(unsigned date, double low, double high, std::optional<int> rain = std::nullopt) {
  return {2026y / November / std::chrono::day(date), "rain", low, high, rain};
}

playlist::WeatherSlide forecast() {
  return {{"Ninh Bình",
           "Open-Meteo.com",
           sys_days(2026y / November / 26) + 2h + 30min,
           content::WeatherNow{24.5, 78, "cloudy", 11.6},
           {day(27, 19.4, 24), day(28, -3.6, 2, 40)},
           "Thời tiết"},
          day(26, 19.2, 26.5, 70)};
}

Surroundings at(Date date) { return {{}, TimeZone(), LocalTime{date, 9h, 41min, 0s}, std::nullopt}; }

Fields fields_on(const playlist::WeatherSlide& slide, Date date = 2026y / November / 26) {
  return fields_of({"1", slide}, at(date));
}

TEST(WeatherFields, TellNowAndToday) {
  const auto fields = fields_on(forecast());
  const std::pair<const char*, const char*> expected[] = {{"title", "Ninh Bình"}, {"source", "Open-Meteo.com"},
                                                          {"temperature", "25°"}, {"humidity", "78%"},
                                                          {"wind", "12 km/h"},    {"icon", "cloudy"},
                                                          {"range", "19–27°"},    {"low", "19°"},
                                                          {"high", "27°"},        {"rain", "70%"},
                                                          {"as_of", "09:30"},     {"weekday", "Thứ Năm"}};
  for (const auto& [name, value] : expected) EXPECT_EQ(fields.at(name), value) << name;
}

TEST(WeatherFields, WithoutAMeasurementTellTodayAlone) {
  auto slide = forecast();
  slide.forecast.now.reset();
  const auto fields = fields_on(slide);
  EXPECT_FALSE(fields.contains("temperature"));
  EXPECT_EQ(fields.at("icon"), "rain");
  EXPECT_FALSE(holds(config::Fact::now, {"1", slide}, full_hd));
  EXPECT_TRUE(holds(config::Fact::now, {"1", forecast()}, full_hd));
}

TEST(WeatherFields, WriteNumbersAsATypographerDoes) {
  const auto range = [](double low, double high) {
    auto slide = forecast();
    slide.today = day(26, low, high);
    return fields_on(slide).at("range");
  };
  EXPECT_EQ(range(19, 26), "19–26°");
  EXPECT_EQ(range(20.6, 21.4), "21°");
  EXPECT_EQ(range(-3, 2), "−3° – 2°");
  EXPECT_EQ(range(-0.4, 0.4), "0°");
  EXPECT_EQ(range(-4, -1), "−4° – −1°");
}

TEST(WeatherFields, SayTheDayOfAForecastThatIsNotOfToday) {
  EXPECT_EQ(fields_on(forecast(), 2026y / November / 27).at("as_of"), "09:30, 26/11/2026");
}

TEST(WeatherFields, AreARowForEachDayToCome) {
  const auto rows = row_fields_of({"1", forecast()}, at(2026y / November / 26));
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[1], (Fields{{"weekday", "Thứ Bảy"},
                             {"date", "28/11"},
                             {"icon", "rain"},
                             {"low", "−4°"},
                             {"high", "2°"},
                             {"range", "−4° – 2°"},
                             {"rain", "40%"}}));
}

/// A theme with two drawings, and a tile for each day: its name, its drawing, what falls.
class WeatherScene : public testing::Test {
 protected:
  WeatherScene() {
    theme.weather_words = {{"cloudy", "Nhiều mây"}, {"rain", "Có mưa"}};
    theme.art = {{"weather-cloudy.svg", cloud}, {"weather-rain.svg", drops}};
    config::Tiles tiles{{0, 50, 100, 50}, 4, {}, {text("weekday"), text("condition")}, config::TileArt{}};
    tiles.art->file = "weather-{icon}.svg";
    tiles.art->after = 1;
    config::Stack stack{{0, 0, 100, 20}, config::VerticalAlign::top, {text("condition")}};
    theme.layouts["weather"].elements = {
        {{}, config::Art{{0, 20, 30, 30}, "weather-{icon}.svg", {}}}, {{}, stack}, {{}, tiles}};
  }
  static config::Text text(const std::string& field) {
    config::Text made;
    made.role = field;
    made.parts = {"{" + field + "}"};
    made.colour = "#ffffff";
    return made;
  }
  Scene scene(const playlist::WeatherSlide& slide) {
    PlainMeasurer measurer;
    return build_scene({"1", slide}, theme, at(2026y / November / 26), full_hd, measurer);
  }

  std::shared_ptr<const std::string> cloud = std::make_shared<const std::string>("cloud");
  std::shared_ptr<const std::string> drops = std::make_shared<const std::string>("drops");
  config::Theme theme;
};

TEST_F(WeatherScene, DrawsTheConditionOfNowAndOfEachDay) {
  std::vector<std::shared_ptr<const std::string>> drawings;
  for (const auto& op : scene(forecast()).ops) {
    if (const auto* art = std::get_if<ArtOp>(&op)) drawings.push_back(art->svg);
  }
  EXPECT_THAT(drawings, ElementsAre(cloud, drops, drops));
}

TEST_F(WeatherScene, SaysItInTheWordsOfTheTheme) {
  std::vector<std::string> words;
  for (const auto& op : scene(forecast()).ops) {
    const auto* said = std::get_if<TextOp>(&op);
    if (said != nullptr && said->role == "condition") words.push_back(said->lines.front().text);
  }
  EXPECT_THAT(words, ElementsAre("Nhiều mây", "Có mưa", "Có mưa"));
}

TEST_F(WeatherScene, ADrawingStandsBetweenTheTextsOfItsTile) {
  std::optional<Rect> drawing;
  std::vector<Rect> texts;
  for (const auto& op : scene(forecast()).ops) {
    const auto* art = std::get_if<ArtOp>(&op);
    if (art != nullptr && art->svg == drops && !drawing) drawing = art->box;
    const auto* said = std::get_if<TextOp>(&op);
    if (said != nullptr && said->box.y >= 540 && texts.size() < 2) texts.push_back(said->box);
  }
  ASSERT_TRUE(drawing);
  ASSERT_EQ(texts.size(), 2U);
  EXPECT_GE(drawing->y, texts[0].bottom());
  EXPECT_GE(texts[1].y, drawing->bottom());
  EXPECT_LE(texts[1].bottom(), 1080);
}

TEST_F(WeatherScene, InAThemeWithoutALayoutForItItIsSaidAsANoticeIs) {
  theme.layouts["notice"].elements = {
      {{}, config::Stack{{}, config::VerticalAlign::top, {text("title"), text("summary")}}}};
  theme.layouts.erase("weather");
  const auto said = scene(forecast());
  ASSERT_EQ(said.ops.size(), 2U);
  EXPECT_EQ(std::get<TextOp>(said.ops[0]).lines.front().text, "Ninh Bình");
  EXPECT_EQ(std::get<TextOp>(said.ops[1]).lines.front().text, "25°");
}

}  // namespace
}  // namespace lobby::scene
