#include "base/format.h"
#include "config/suggestion.h"
#include "config/weather_conditions.h"
#include "content/weather_values.h"
#include "text/clean.h"

namespace lobby::content {

namespace {

std::string text_of(const Json& json, const char* name, WeatherValues& values) {
  constexpr std::size_t most_bytes = 400;
  const Json& value = member(json, name);
  if (value.is_null()) return {};
  const auto* text = value.get_ptr<const std::string*>();
  if (text == nullptr || text->size() > most_bytes) {
    values.fault(format("'{}' of the forecast must be a text of at most {} bytes", name, most_bytes));
    return {};
  }
  return text::clean(*text);
}

std::string condition_of(const Json& json, WeatherValues& values) {
  constexpr std::size_t most_quoted = 40;
  std::string word = string_of(json, "condition");
  if (config::is_weather_condition(word)) return word;
  word = word.size() > most_quoted ? std::string("…") : text::clean(word);
  values.fault(format("the forecast has the condition '{}', which is none of {}{}", word,
                      fmt::join(config::weather_conditions, ", "),
                      config::suggestion(word, config::weather_conditions)));
  return {};
}

WeatherDay day_of(const Json& json, WeatherValues& values) {
  WeatherDay day;
  day.date = values.date(member(json, "date"), "'date' of a day");
  day.condition = condition_of(json, values);
  day.low = values.number(member(json, "low"), "'low' of a day", temperature_bounds);
  day.high = values.number(member(json, "high"), "'high' of a day", temperature_bounds);
  day.rain_chance = values.maybe_share(member(json, "rain_chance"), "'rain_chance' of a day");
  return day;
}

WeatherNow now_of(const Json& json, WeatherValues& values) {
  WeatherNow now;
  now.temperature = values.number(member(json, "temperature"), "'temperature' of now", temperature_bounds);
  now.humidity = values.maybe_share(member(json, "humidity"), "'humidity' of now");
  if (!member(json, "condition").is_null()) now.condition = condition_of(json, values);
  now.wind = values.maybe_number(member(json, "wind"), "'wind' of now", wind_bounds);
  return now;
}

}  // namespace

Weather read_plain_weather(const Json& json, const TimeZone& zone, WeatherValues& values) {
  Weather weather;
  weather.place = text_of(json, "place", values);
  weather.credit = text_of(json, "source", values);
  weather.as_of = values.time(member(json, "as_of"), "'as_of'", zone);
  if (const Json& now = member(json, "now"); !now.is_null()) weather.now = now_of(now, values);
  const Json& days = member(json, "days");
  if (!days.is_null() && !days.is_array()) values.fault("'days' of the forecast must be a list");
  if (!days.is_array()) return weather;
  for (const Json& day : days) {
    if (weather.days.size() == most_weather_days || values.error()) break;
    weather.days.push_back(day_of(day, values));
  }
  return weather;
}

}  // namespace lobby::content
