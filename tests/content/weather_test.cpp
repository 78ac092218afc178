#include "content/weather.h"

#include <gtest/gtest.h>

namespace lobby::content {
namespace {

using namespace std::chrono;

Result<Weather> read(const std::string& bytes) {
  return read_weather({bytes, "https://portal.example/thoi-tiet.json", {}}, TimeZone());
}

std::string reason(const std::string& bytes) {
  const auto weather = read(bytes);
  return weather ? std::string() : weather.error().message;
}

std::string plain(const std::string& days, const std::string& now = "null") {
  return R"({"place": "Ninh Bình", "as_of": "2026-11-26T09:00", "now": )" + now + R"(, "days": [)" + days + "]}";
}

std::string open_meteo(const std::string& current, const std::string& daily,
                       const std::string& rest = R"("utc_offset_seconds": 25200)") {
  return "{" + rest + R"(, "latitude": 20.25, "current": {"time": "2026-11-26T09:30", )" + current + "}, " +
         R"("daily": )" + daily + "}";
}

const std::string mild = R"("temperature_2m": 22.1, "weather_code": 3)";

TEST(Weather, ReadsOurOwnForm) {
  const auto weather = read(R"({"place": " Ninh  Bình ", "source": "Đài Khí tượng Thủy văn tỉnh",
      "as_of": "2026-11-26T09:00+07:00",
      "now": {"temperature": 24.5, "humidity": 78, "condition": "cloudy", "wind": 12},
      "days": [{"date": "2026-11-26", "condition": "showers", "low": 19, "high": 26, "rain_chance": 70},
               {"date": "2026-11-27", "condition": "hot", "low": -3.5, "high": 36}]})");
  ASSERT_TRUE(weather) << weather.error().message;
  const Weather expected{"Ninh Bình",
                         "Đài Khí tượng Thủy văn tỉnh",
                         sys_days(2026y / November / 26) + 2h,
                         WeatherNow{24.5, 78, "cloudy", 12.0},
                         {{2026y / November / 26, "showers", 19, 26, 70}, {2026y / November / 27, "hot", -3.5, 36}}};
  EXPECT_EQ(*weather, expected);
}

TEST(Weather, ReadsWhatOpenMeteoAnswers) {
  const auto weather = read(open_meteo(
      R"("interval": 900, "temperature_2m": 22.1, "relative_humidity_2m": 80, "weather_code": 3, "wind_speed_10m": 5.4)",
      R"({"time": ["2026-11-26", "2026-11-27", "2026-11-28"], "weather_code": [61, 95, null],
          "temperature_2m_max": [26.1, 24.0, null], "temperature_2m_min": [19.2, 18.7, null],
          "precipitation_probability_max": [5, 90, null]})"));
  ASSERT_TRUE(weather) << weather.error().message;
  const Weather expected{
      "",
      "Open-Meteo.com",
      sys_days(2026y / November / 26) + 2h + 30min,
      WeatherNow{22.1, 80, "cloudy", 5.4},
      {{2026y / November / 26, "light-rain", 19.2, 26.1, 5}, {2026y / November / 27, "thunderstorm", 18.7, 24.0, 90}}};
  EXPECT_EQ(*weather, expected);
}

TEST(Weather, ADocumentMayHaveOnlyNowOrOnlyDays) {
  EXPECT_TRUE(read(plain("", R"({"temperature": 24})")));
  EXPECT_TRUE(read(plain(R"({"date": "2026-11-26", "condition": "rain", "low": 19, "high": 26})")));
  EXPECT_TRUE(read(open_meteo(mild, "null")));
  EXPECT_EQ(reason(plain("")), "the forecast says nothing of now and of no day");
}

TEST(Weather, RefusesEveryValueThatCannotBe) {
  const auto day = [](const std::string& values) {
    return plain(R"({"date": "2026-11-26", "condition": "rain", )" + values + "}");
  };
  const std::pair<std::string, std::string> faults[] = {
      {plain("", R"({"temperature": 86})"),
       "the forecast says that 'temperature' of now is 86 °C, which cannot be: it lies between -90 and 60"},
      {plain("", R"({"temperature": 1e999})"), "the forecast is cut or broken: it is no valid JSON"},
      {plain("", R"({"temperature": "24"})"), "the forecast has \"24\" where 'temperature' of now must be a number"},
      {plain("", R"({"temperature": 24, "humidity": 101})"),
       "the forecast says that 'humidity' of now is 101 %, which cannot be: it lies between 0 and 100"},
      {plain("", R"({"temperature": 24, "wind": -1})"),
       "the forecast says that 'wind' of now is -1 km/h, which cannot be: it lies between 0 and 410"},
      {day(R"("low": 19)"), "the forecast has nothing where 'high' of a day must be a number"},
      {day(R"("low": 26, "high": 19)"), "the forecast of 2026-11-26 has a low of 26 °C above its high of 19 °C"},
      {day(R"("low": 19, "high": 26, "rain_chance": 700)"),
       "the forecast says that 'rain_chance' of a day is 700 %, which cannot be: it lies between 0 and 100"},
      {plain(R"({"date": "26/11/2026", "condition": "rain", "low": 19, "high": 26})"),
       "the forecast has \"26/11/2026\" where 'date' of a day must be a date such as 2026-11-26"},
      {plain(R"({"date": "2026-02-30", "condition": "rain", "low": 19, "high": 26})"),
       "the forecast has \"2026-02-30\" where 'date' of a day must be a date such as 2026-11-26"},
      {plain(R"({"date": "2026-11-26", "condition": "clody", "low": 19, "high": 26})"),
       "the forecast has the condition 'clody', which is none of clear, cloudy, drizzle, fair, fog, hail, heavy-rain, "
       "hot, light-rain, partly-cloudy, rain, showers, sleet, snow, thunderstorm; did you mean 'cloudy'?"},
      {plain(R"({"date": "2026-11-26", "condition": "rain", "low": 19, "high": 26},
                {"date": "2026-11-26", "condition": "rain", "low": 19, "high": 26})"),
       "the forecast has a day twice or out of order after 2026-11-26"},
      {R"({"now": {"temperature": 24}})",
       "the forecast has nothing where 'as_of' must be a time such as 2026-11-26T09:00+07:00"},
  };
  for (const auto& [document, expected] : faults) EXPECT_EQ(reason(document), expected) << document;
}

TEST(Weather, RefusesWhatOpenMeteoWasAskedForInTheWrongWay) {
  const std::string days = R"({"time": ["2026-11-26"], "weather_code": [3], "temperature_2m_max": [26],
                               "temperature_2m_min": [19]})";
  const std::pair<std::string, std::string> faults[] = {
      {open_meteo(mild, days, R"("utc_offset_seconds": 0)"),
       "the forecast counts its days in another time zone than this board; add &timezone=Asia%2FHo_Chi_Minh, or the "
       "zone of 'screen', to the address"},
      {open_meteo(mild, days, R"("utc_offset_seconds": 25200, "current_units": {"temperature_2m": "°F"})"),
       "the forecast has temperature_2m in another unit than °C; leave temperature_unit out of the address"},
      {open_meteo(mild, R"({"time": ["2026-11-26"], "weather_code": [3], "temperature_2m_max": [26]})"),
       "the forecast has no list of temperature_2m_min in 'daily' with a value for each day; add it to daily= in the "
       "address"},
      {open_meteo(mild, R"({"time": ["2026-11-26"], "weather_code": [3, 3], "temperature_2m_max": [26],
                            "temperature_2m_min": [19]})"),
       "the forecast has no list of weather_code in 'daily' with a value for each day; add it to daily= in the "
       "address"},
      {open_meteo(R"("temperature_2m": 22, "weather_code": 7)", days),
       "the forecast has the weather code 7, which Open-Meteo does not document"},
      {R"({"utc_offset_seconds": 25200, "daily": )" + days + "}",
       "the forecast has no 'current', which says how old it is; add current=temperature_2m,weather_code to the "
       "address"},
      {R"({"utc_offset_seconds": 25200, "current": {"time": 1795660200, "temperature_2m": 22}})",
       "the forecast has 1795660200 where current.time must be a time such as 2026-11-26T09:00+07:00"},
      {R"({"error": true, "reason": "Latitude must be in range of -90 to 90°."})",
       "Open-Meteo refuses the address: Latitude must be in range of -90 to 90°."},
      {R"({"error": true, "reason": "Two\nlines, a\ttab\r\n and  spaces\n"})",
       "Open-Meteo refuses the address: Two lines, a tab and spaces"},
      {"[" + open_meteo(mild, days) + "]", "a list came instead of a forecast; ask for one place"},
  };
  for (const auto& [document, expected] : faults) EXPECT_EQ(reason(document), expected) << document;
}

TEST(Weather, SaysWhatCameInstead) {
  const std::pair<std::string, std::string> faults[] = {
      {"", "the forecast is empty: 0 bytes"},
      {"<html><body><h1>Đăng nhập</h1><form><input type='password'></form></body></html>",
       "a login page came instead of a forecast"},
      {"<?xml version='1.0'?><rss version='2.0'></rss>", "a feed or plain text came instead of a forecast"},
      {"27 độ", "a feed or plain text came instead of a forecast"},
      {R"({"items": []})", "a JSON document without 'now' and 'days' came instead of a forecast"},
      {R"({"now": {"temperature": 24)", "the forecast is cut or broken: it is no valid JSON"},
      {std::string(300, '['), "the JSON nests too deep for a forecast"},
  };
  for (const auto& [document, expected] : faults) EXPECT_EQ(reason(document), expected) << document;
}

TEST(Weather, KnowsEveryCodeThatOpenMeteoDocuments) {
  for (const int code :
       {0, 1, 2, 3, 45, 48, 51, 53, 55, 56, 57, 61, 63, 65, 66, 67, 71, 73, 75, 77, 80, 81, 82, 85, 86, 95, 96, 99}) {
    EXPECT_TRUE(read(open_meteo(R"("temperature_2m": 22, "weather_code": )" + std::to_string(code), "null"))) << code;
  }
}

}  // namespace
}  // namespace lobby::content
