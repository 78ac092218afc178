#include "app/weather_json.h"

#include <nlohmann/json.hpp>

#include "base/format.h"

namespace lobby::app {

namespace {

using Json = nlohmann::ordered_json;

template <typename T>
Json or_null(const std::optional<T>& value) {
  return value ? Json(*value) : Json(nullptr);
}

Json now_json(const content::WeatherNow& now) {
  Json json;
  json["temperature"] = now.temperature;
  json["humidity"] = or_null(now.humidity);
  json["condition"] = now.condition.empty() ? Json(nullptr) : Json(now.condition);
  json["wind"] = or_null(now.wind);
  return json;
}

Json day_json(const content::WeatherDay& day) {
  Json json;
  json["date"] = iso8601(day.date);
  json["condition"] = day.condition;
  json["low"] = day.low;
  json["high"] = day.high;
  json["rain_chance"] = or_null(day.rain_chance);
  return json;
}

}  // namespace

std::string weather_json(const content::Weather& weather) {
  Json json;
  json["format"] = "weather";
  json["place"] = weather.place;
  json["source"] = weather.credit;
  json["as_of"] = format("{:%Y-%m-%dT%H:%M:%SZ}", weather.as_of);
  json["now"] = weather.now ? now_json(*weather.now) : Json(nullptr);
  json["days"] = Json::array();
  for (const auto& day : weather.days) json["days"].push_back(day_json(day));
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace lobby::app
