#include "playlist/weather_slides.h"

#include <gmock/gmock.h>

#include "playlist/show.h"

namespace lobby::playlist {
namespace {

using namespace std::chrono;
using testing::ElementsAre;
using testing::IsEmpty;

/// Nine o'clock in Việt Nam.
constexpr WallTime nine = sys_days(2026y / November / 26) + 2h;

content::WeatherDay day(Date date) { return {date, "rain", 19, 26, 70}; }

/// A forecast of nine o'clock for today and the three days after it.
class WeatherSlidesTest : public testing::Test {
 protected:
  WeatherSlidesTest() {
    config.playlist = {{config::PlaylistKind::weather}};
    snapshot.weather = {{"Ninh Bình",
                         "Open-Meteo.com",
                         nine,
                         content::WeatherNow{24.5},
                         {day(2026y / November / 26), day(2026y / November / 27), day(2026y / November / 28),
                          day(2026y / November / 29)},
                         "Thời tiết"}};
  }
  std::vector<Slide> slides(WallTime time, bool known = true) {
    snapshot.config = std::make_shared<const config::Config>(config);
    return weather_slides(snapshot, {time, known});
  }
  /// The only slide.
  WeatherSlide slide(WallTime time) {
    const auto all = slides(time);
    EXPECT_EQ(all.size(), 1U);
    return all.empty() ? WeatherSlide() : std::get<WeatherSlide>(all.front().what);
  }
  std::vector<std::string> kinds(const Moment& moment) {
    snapshot.config = std::make_shared<const config::Config>(config);
    std::vector<std::string> kinds;
    for (const auto& each : build_show(snapshot, moment).slides) kinds.emplace_back(each.kind());
    return kinds;
  }
  content::Weather& forecast() { return snapshot.weather.front(); }

  config::Config config;
  content::Snapshot snapshot;
};

TEST_F(WeatherSlidesTest, TellsNowTodayAndTheDaysThatFollow) {
  const auto shown = slide(nine + 10min);
  EXPECT_TRUE(shown.forecast.now);
  ASSERT_TRUE(shown.today);
  EXPECT_EQ(shown.today->date, 2026y / November / 26);
  ASSERT_EQ(shown.forecast.days.size(), 3U);
  EXPECT_EQ(shown.forecast.days.front().date, 2026y / November / 27);
}

TEST_F(WeatherSlidesTest, WhatWasMeasuredIsNowsWeatherForThreeHours) {
  EXPECT_TRUE(slide(nine + 3h - 1s).forecast.now);
  const auto later = slide(nine + 3h);
  EXPECT_FALSE(later.forecast.now);
  EXPECT_TRUE(later.today);
}

TEST_F(WeatherSlidesTest, DropsDaysThatAreOver) {
  const auto tomorrow = slide(sys_days(2026y / November / 26) + 17h);  // midnight
  ASSERT_TRUE(tomorrow.today);
  EXPECT_EQ(tomorrow.today->date, 2026y / November / 27);
  ASSERT_EQ(tomorrow.forecast.days.size(), 2U);
}

TEST_F(WeatherSlidesTest, AForecastHoldsForTwoDaysUnlessItsSourceSaysOtherwise) {
  EXPECT_EQ(slides(nine + 48h - 1s).size(), 1U);
  EXPECT_THAT(slides(nine + 48h), IsEmpty());
  forecast().max_age = 12h;
  EXPECT_EQ(slides(nine + 12h - 1s).size(), 1U);
  EXPECT_THAT(slides(nine + 12h), IsEmpty());
}

TEST_F(WeatherSlidesTest, SaysNothingOfATodayItDoesNotKnow) {
  forecast().days.erase(forecast().days.begin());
  EXPECT_TRUE(slide(nine).forecast.now);
  EXPECT_THAT(slides(nine + 3h), IsEmpty());
}

TEST_F(WeatherSlidesTest, NeedsAClockAndAForecastThatWasMade) {
  EXPECT_THAT(slides(nine, false), IsEmpty());
  EXPECT_THAT(slides(nine - 21min), IsEmpty());
  EXPECT_EQ(slides(nine - 20min).size(), 1U);
}

TEST_F(WeatherSlidesTest, ShowsAFewDaysHoweverManyThereAre) {
  for (int more = 0; more < 12; ++more) forecast().days.push_back(day(sys_days(2026y / November / 30) + days(more)));
  EXPECT_EQ(slide(nine).forecast.days.size(), 5U);
}

TEST_F(WeatherSlidesTest, AShowIsBuiltAnewWhenAForecastGrowsOld) {
  snapshot.config = std::make_shared<const config::Config>(config);
  EXPECT_EQ(weather_changes_at(snapshot, {nine - 1h, true}), nine - 20min);
  EXPECT_EQ(changes_at(snapshot, {nine, true}), nine + 3h);
  EXPECT_EQ(weather_changes_at(snapshot, {nine + 3h, true}), nine + 48h);
  EXPECT_EQ(weather_changes_at(snapshot, {nine + 48h, true}), std::nullopt);
}

TEST_F(WeatherSlidesTest, HangsInAShowButNotInMourning) {
  EXPECT_THAT(kinds({nine, true}), ElementsAre("weather"));
  config.anniversaries = {{"Ngày Thương binh – Liệt sĩ", 1947y / November / 26, calendar::Tone::memorial}};
  EXPECT_THAT(kinds({nine, true}), ElementsAre("weather"));
  config.mourning = config::Mourning();
  EXPECT_THAT(kinds({nine, true}), ElementsAre("standby"));
}

TEST_F(WeatherSlidesTest, AStepMayNameTheSource) {
  snapshot.weather.push_back(forecast());
  snapshot.weather.back().source = "Thời tiết Sa Pa";
  EXPECT_THAT(kinds({nine, true}), ElementsAre("weather", "weather"));
  config.playlist = {{config::PlaylistKind::weather, 0, {"Thời tiết Sa Pa"}}};
  EXPECT_THAT(kinds({nine, true}), ElementsAre("weather"));
}

}  // namespace
}  // namespace lobby::playlist
