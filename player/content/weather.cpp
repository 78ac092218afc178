#include "content/weather.h"

#include <algorithm>

#include "base/format.h"
#include "content/came_instead.h"
#include "content/sniff.h"
#include "content/weather_values.h"
#include "text/clean.h"
#include "text/decode.h"

namespace lobby::content {

namespace {

/// A forecast of sixteen days with all its hours has a tenth of it.
constexpr std::size_t most_weather_bytes = 1024 * 1024;

Result<Json> json_of(std::string_view document) {
  const std::string text = without_lone_surrogates(document);
  if (JsonOutline(text).too_deep()) return fail(ErrorKind::refused, "the JSON nests too deep for a forecast");
  Json json = Json::parse(text, nullptr, false);
  if (json.is_discarded()) return fail(ErrorKind::invalid, "the forecast is cut or broken: it is no valid JSON");
  if (json.is_array()) return fail(ErrorKind::invalid, "a list came instead of a forecast; ask for one place");
  return json;
}

/// What no person would believe, and dates that say nothing for sure.
void check(const Weather& weather, WeatherValues& values) {
  for (const auto& day : weather.days) {
    if (day.low <= day.high) continue;
    values.fault(format("the forecast of {} has a low of {:g} °C above its high of {:g} °C", iso8601(day.date), day.low,
                        day.high));
  }
  const auto unsorted =
      std::ranges::adjacent_find(weather.days, [](const auto& one, const auto& next) { return one.date >= next.date; });
  if (unsorted != weather.days.end()) {
    values.fault(format("the forecast has a day twice or out of order after {}", iso8601(unsorted->date)));
  }
  if (!weather.now && weather.days.empty()) values.fault("the forecast says nothing of now and of no day");
}

Result<Weather> weather_in(const Json& json, const TimeZone& zone) {
  if (const Json& error = member(json, "error"); error.is_boolean() && error.get<bool>()) {
    constexpr std::size_t most_quoted = 200;
    const std::string reason = text::clean(string_of(json, "reason"));
    return fail(ErrorKind::invalid,
                format("Open-Meteo refuses the address: {}", reason.size() > most_quoted ? std::string("…") : reason));
  }
  const bool open_meteo = json.contains("utc_offset_seconds") || json.contains("current") || json.contains("daily");
  if (!open_meteo && !json.contains("days") && !json.contains("now")) {
    return fail(ErrorKind::invalid, "a JSON document without 'now' and 'days' came instead of a forecast");
  }
  WeatherValues values;
  Weather weather = open_meteo ? read_open_meteo(json, zone, values) : read_plain_weather(json, zone, values);
  if (!values.error()) check(weather, values);
  const auto& error = values.error();
  if (error) return std::unexpected(*error);
  return weather;
}

}  // namespace

Result<Weather> read_weather(const Document& document, const TimeZone& zone) {
  constexpr std::string_view noun = "forecast";
  if (document.bytes.size() > most_weather_bytes) {
    return fail(ErrorKind::refused,
                format("the forecast has {} bytes; at most {} are read", document.bytes.size(), most_weather_bytes));
  }
  if (binary_kind(document.bytes) != Kind::plain_text) return came_instead("a picture, PDF or compressed file", noun);
  const text::Declared declared{http_charset(document.content_type), {}};
  const std::string text = text::decode(document.bytes, declared).text;
  switch (kind_of(text)) {
    case Kind::json: {
      const auto json = json_of(text);
      return json ? weather_in(*json, zone) : std::unexpected(json.error());
    }
    case Kind::html:
      return page_came_instead(text, noun);
    case Kind::empty:
      return fail(ErrorKind::invalid, format("the forecast is empty: {} bytes", document.bytes.size()));
    default:
      return came_instead("a feed or plain text", noun);
  }
}

}  // namespace lobby::content
