#include <gmock/gmock.h>

#include "../world/workplace.h"

namespace lobby::app {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr const char* json_type = "application/json; charset=utf-8";

/// A board that asks a server in the form of Open-Meteo.
class WeatherRun : public Workplace {
 protected:
  WeatherRun() {
    portal.serve("/v1/forecast", forecast(24.4), json_type);
    configure("sources:\n  - {name: Thời tiết, weather: \"" + portal.url("/v1/forecast") + "\", place: Ninh Bình}\n");
  }

  static std::string forecast(double temperature) {
    return R"({"latitude": 20.25, "longitude": 105.97, "utc_offset_seconds": 25200, "timezone": "Asia/Ho_Chi_Minh",
        "current_units": {"temperature_2m": "°C", "wind_speed_10m": "km/h"},
        "current": {"time": "2024-07-01T07:45", "interval": 900, "temperature_2m": )" +
           std::to_string(temperature) + R"(, "relative_humidity_2m": 78, "weather_code": 2, "wind_speed_10m": 11.6},
        "daily": {"time": ["2024-07-01", "2024-07-02", "2024-07-03"], "weather_code": [80, 95, 3],
                  "temperature_2m_max": [31.4, 30.0, 29.5], "temperature_2m_min": [24.6, 24.0, 23.5],
                  "precipitation_probability_max": [70, 90, null]}})";
  }
  /// Every line on the slide of the weather; none where there is no such slide.
  static std::vector<std::string> weather_in(const Json& index) {
    for (const Json& slide : index.at("slides")) {
      if (slide.at("kind") == "weather") return lines_of(slide);
    }
    return {};
  }
  void expect_last_good_kept(const std::string& reason) const {
    const Outcome outcome = fetch();
    EXPECT_EQ(outcome.status, 1);
    EXPECT_THAT(outcome.output, HasSubstr("failed Thời tiết: "));
    EXPECT_THAT(outcome.output, HasSubstr(reason));
    EXPECT_THAT(weather_in(offline_snapshot()), Contains("24°"));
  }
};

TEST_F(WeatherRun, IsFetchedAndShown) {
  const Outcome outcome = fetch();
  EXPECT_EQ(outcome.status, 0) << outcome.messages;
  EXPECT_EQ(outcome.output, "ok     Thời tiết: weather of Ninh Bình as of 2024-07-01 07:45, now and 3 days\n");
  const Json index = offline_snapshot();
  EXPECT_THAT(kinds_of(index), ElementsAre("weather"));
  EXPECT_EQ(index.at("slides")[0].at("item"), (Json{{"title", "Ninh Bình"}, {"source", "Thời tiết"}}));
  const auto lines = weather_in(index);
  for (const char* line :
       {"Thời tiết Ninh Bình", "24°", "Có mây", "Hôm nay 25–31°, khả năng mưa 70%", "Độ ẩm 78%, gió 12 km/h", "Thứ Ba",
        "24–30°", "Mưa 90%", "Thứ Tư", "24–30°", "Cập nhật lúc 07:45 · Nguồn: Open-Meteo.com"}) {
    EXPECT_THAT(lines, Contains(line));
  }
}

TEST_F(WeatherRun, IsAskedOnlyWhetherItChanged) {
  fetch();
  portal.visits();
  EXPECT_EQ(fetch().status, 0);
  const auto visits = portal.visits();
  ASSERT_EQ(visits.size(), 1U);
  EXPECT_EQ(visits[0].status, 304);
}

TEST_F(WeatherRun, KeepsTheLastGoodForecastWhateverComesInItsPlace) {
  EXPECT_EQ(fetch().status, 0);
  portal.serve("/v1/forecast", forecast(86), json_type);
  expect_last_good_kept("current.temperature_2m is 86");
  portal.serve("/v1/forecast", forecast(25).substr(0, 300), json_type);
  expect_last_good_kept("no valid JSON");
  portal.serve("/v1/forecast", "<html><body><form><input type='password'></form></body></html>", page_type);
  expect_last_good_kept("login page came instead of a forecast");
  portal.serve("/v1/forecast", forecast(25), json_type);
  EXPECT_EQ(fetch().status, 0);
  EXPECT_THAT(weather_in(offline_snapshot()), Contains("25°"));
}

TEST_F(WeatherRun, SaysNothingThatIsNoLongerTrue) {
  EXPECT_EQ(fetch().status, 0);
  const auto noon = weather_in(snapshot({"--offline"}, "2024-07-01T12:00:00"));
  EXPECT_THAT(noon, Not(Contains("24°"))) << "measured more than three hours ago";
  EXPECT_THAT(noon, Contains("25–31°"));
  const auto tomorrow = weather_in(snapshot({"--offline"}, "2024-07-02T08:00:00"));
  EXPECT_THAT(tomorrow, Contains("Mưa rào và dông"));
  EXPECT_THAT(tomorrow, Contains("Cập nhật lúc 07:45, 01/07/2024 · Nguồn: Open-Meteo.com"));
  EXPECT_THAT(weather_in(snapshot({"--offline"}, "2024-07-03T08:00:00")), IsEmpty()) << "two days old";
}

TEST_F(WeatherRun, ReadsAFileAgainWhenItIsRewritten) {
  configure("sources: [{name: Thời tiết, weather: now.json}]\n");
  const auto document = [](const std::string& values) {
    return R"({"place": "Sa Pa", "as_of": "2024-07-01T07:00", "now": {)" + values + "}}";
  };
  write(folder.path() / "now.json", document(R"("temperature": -3.4, "condition": "snow")"));
  EXPECT_THAT(weather_in(snapshot()), ElementsAre("Thời tiết Sa Pa", "−3°", "Tuyết rơi", "Cập nhật lúc 07:00",
                                                  "Thứ Hai, 01/07/2024", "26 tháng Năm, năm Giáp Thìn", "08:00"));
  write(folder.path() / "now.json", document(R"("temperature": 40, "condition": "snwo")"));
  const Outcome outcome = fetch();
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.output, HasSubstr("did you mean 'snow'?"));
  EXPECT_THAT(weather_in(snapshot()), Contains("−3°")) << "the last good forecast is in the store";
}

TEST_F(WeatherRun, IsListedByTheSchedule) {
  EXPECT_EQ(fetch().status, 0);
  const Outcome outcome =
      player({"schedule", "--config", config().string(), "--offline", "--at", "2024-07-01T08:00:00"});
  EXPECT_THAT(outcome.output, HasSubstr("weather        Ninh Bình  [Thời tiết]\n"));
  EXPECT_THAT(outcome.output, HasSubstr("  10:45-24:00  playlist: -")) << "what was measured is news until then";
}

TEST_F(WeatherRun, ReadPrintsWhatThePlayerGetsOutOfAForecast) {
  const Outcome outcome = player({"read", "--as", "weather", "-"}, forecast(24.4));
  EXPECT_EQ(outcome.status, 0) << outcome.messages;
  const Json json = Json::parse(outcome.output);
  EXPECT_EQ(json.at("format"), "weather");
  EXPECT_EQ(json.at("as_of"), "2024-07-01T00:45:00Z");
  EXPECT_EQ(json.at("now").at("condition"), "partly-cloudy");
  EXPECT_EQ(json.at("days").size(), 3U);
  EXPECT_EQ(json.at("days")[2].at("rain_chance"), nullptr);
  EXPECT_EQ(player({"read", "--as", "weather", "-"}, "27").status, 1);
}

}  // namespace
}  // namespace lobby::app
