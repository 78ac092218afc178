#include "gather/weather_json.h"

#include <nlohmann/json.hpp>

#include "base/format.h"

namespace lobby::gather {

namespace {

using OrderedJson = nlohmann::ordered_json;

template <typename T>
OrderedJson or_null(const std::optional<T>& value) {
  return value ? OrderedJson(*value) : OrderedJson(nullptr);
}

OrderedJson now_json(const content::WeatherNow& now) {
  OrderedJson json;
  json["temperature"] = now.temperature;
  json["humidity"] = or_null(now.humidity);
  json["condition"] = now.condition.empty() ? OrderedJson(nullptr) : OrderedJson(now.condition);
  json["wind"] = or_null(now.wind);
  return json;
}

OrderedJson day_json(const content::WeatherDay& day) {
  OrderedJson json;
  json["date"] = iso8601(day.date);
  json["condition"] = day.condition;
  json["low"] = day.low;
  json["high"] = day.high;
  json["rain_chance"] = or_null(day.rain_chance);
  return json;
}

}  // namespace

std::string weather_json(const content::Weather& weather) {
  OrderedJson json;
  json["format"] = "weather";
  json["place"] = weather.place;
  json["source"] = weather.credit;
  json["as_of"] = format("{:%Y-%m-%dT%H:%M:%SZ}", weather.as_of);
  json["now"] = weather.now ? now_json(*weather.now) : OrderedJson(nullptr);
  json["days"] = OrderedJson::array();
  for (const auto& day : weather.days) json["days"].push_back(day_json(day));
  return json.dump(2, ' ', false, OrderedJson::error_handler_t::replace) + "\n";
}

}  // namespace lobby::gather
