#include <algorithm>
#include <array>

#include "base/format.h"
#include "content/weather_values.h"

// https://open-meteo.com/en/docs: `current` with one value a variable, `daily` with a list a variable, all as long as
// `daily.time`; `…_units` says in which units; times are local to `utc_offset_seconds`. The data are under CC BY 4.0
// and have to be credited (https://open-meteo.com/en/licence).
namespace lobby::content {

namespace {

struct CodeMeaning {
  int code;
  std::string_view condition;
};

/// The WMO codes (table 4677) that Open-Meteo uses, as its documentation lists them.
constexpr std::array<CodeMeaning, 28> codes{
    {{0, "clear"},         {1, "fair"},        {2, "partly-cloudy"}, {3, "cloudy"},      {45, "fog"},
     {48, "fog"},          {51, "drizzle"},    {53, "drizzle"},      {55, "drizzle"},    {56, "sleet"},
     {57, "sleet"},        {61, "light-rain"}, {63, "rain"},         {65, "heavy-rain"}, {66, "sleet"},
     {67, "sleet"},        {71, "snow"},       {73, "snow"},         {75, "snow"},       {77, "snow"},
     {80, "showers"},      {81, "showers"},    {82, "heavy-rain"},   {85, "snow"},       {86, "snow"},
     {95, "thunderstorm"}, {96, "hail"},       {99, "hail"}}};

std::string condition_of(const Json& value, WeatherValues& values) {
  const auto* number = value.get_ptr<const Json::number_integer_t*>();
  const auto* natural = value.get_ptr<const Json::number_unsigned_t*>();
  const auto found = std::ranges::find_if(codes, [&](const CodeMeaning& meaning) {
    return (natural != nullptr && *natural == static_cast<Json::number_unsigned_t>(meaning.code)) ||
           (number != nullptr && *number == meaning.code);
  });
  if (found != codes.end()) return std::string(found->condition);
  values.fault(format("the forecast has the weather code {}, which Open-Meteo does not document",
                      value.is_primitive() ? value.dump(-1, ' ', true, Json::error_handler_t::replace).substr(0, 20)
                                           : std::string("of a list")));
  return {};
}

/// Another unit would make every number wrong.
void check_unit(const Json& units, const char* variable, std::string_view unit, std::string_view remedy,
                WeatherValues& values) {
  const Json& found = member(units, variable);
  if (found.is_null() || (found.is_string() && found.get_ref<const std::string&>() == unit)) return;
  values.fault(format("the forecast has {} in another unit than {}; {}", variable, unit, remedy));
}

void check_units(const Json& json, WeatherValues& values) {
  constexpr std::string_view celsius = "leave temperature_unit out of the address";
  const Json& current = member(json, "current_units");
  const Json& daily = member(json, "daily_units");
  check_unit(current, "temperature_2m", "°C", celsius, values);
  check_unit(current, "wind_speed_10m", "km/h", "leave wind_speed_unit out of the address", values);
  check_unit(daily, "temperature_2m_max", "°C", celsius, values);
  check_unit(daily, "temperature_2m_min", "°C", celsius, values);
}

/// Days that are counted elsewhere are other days.
void check_zone(const Json& json, const TimeZone& zone, WeatherValues& values) {
  const Json& offset = member(json, "utc_offset_seconds");
  if (offset.is_number_integer() && offset.get<std::int64_t>() == zone.offset().count()) return;
  values.fault(
      "the forecast counts its days in another time zone than this board; add "
      "&timezone=Asia%2FHo_Chi_Minh, or the zone of 'screen', to the address");
}

WeatherNow now_of(const Json& current, WeatherValues& values) {
  WeatherNow now;
  now.temperature = values.number(member(current, "temperature_2m"), "current.temperature_2m", temperature_bounds);
  now.humidity = values.maybe_share(member(current, "relative_humidity_2m"), "current.relative_humidity_2m");
  if (const Json& code = member(current, "weather_code"); !code.is_null()) now.condition = condition_of(code, values);
  now.wind = values.maybe_number(member(current, "wind_speed_10m"), "current.wind_speed_10m", wind_bounds);
  return now;
}

/// One list of `daily`; all have a value for each day. Null, and reported, where it is missing.
const Json* list_of(const Json& daily, const char* variable, std::size_t length, WeatherValues& values) {
  const Json& list = member(daily, variable);
  if (list.is_array() && list.size() == length) return &list;
  values.fault(
      format("the forecast has no list of {} in 'daily' with a value for each day; add it to daily= in the "
             "address",
             variable));
  return nullptr;
}

std::vector<WeatherDay> days_of(const Json& daily, WeatherValues& values) {
  const Json& times = member(daily, "time");
  if (!times.is_array()) return {};
  const auto* codes_of_days = list_of(daily, "weather_code", times.size(), values);
  const auto* highs = list_of(daily, "temperature_2m_max", times.size(), values);
  const auto* lows = list_of(daily, "temperature_2m_min", times.size(), values);
  const bool tells_rain = !member(daily, "precipitation_probability_max").is_null();
  const auto* rain = tells_rain ? list_of(daily, "precipitation_probability_max", times.size(), values) : nullptr;
  std::vector<WeatherDay> days;
  for (std::size_t at = 0; at < std::min(times.size(), most_weather_days) && !values.error(); ++at) {
    // The last days of a model may be without values.
    if ((*codes_of_days)[at].is_null() || (*highs)[at].is_null() || (*lows)[at].is_null()) continue;
    WeatherDay day{values.date(times[at], "an entry of daily.time"), condition_of((*codes_of_days)[at], values)};
    day.high = values.number((*highs)[at], "temperature_2m_max", temperature_bounds);
    day.low = values.number((*lows)[at], "temperature_2m_min", temperature_bounds);
    if (rain != nullptr) day.rain_chance = values.maybe_share((*rain)[at], "precipitation_probability_max");
    days.push_back(std::move(day));
  }
  return days;
}

}  // namespace

Weather read_open_meteo(const Json& json, const TimeZone& zone, WeatherValues& values) {
  Weather weather;
  weather.credit = "Open-Meteo.com";
  check_zone(json, zone, values);
  check_units(json, values);
  const Json& current = member(json, "current");
  if (!current.is_object()) {
    values.fault(
        "the forecast has no 'current', which says how old it is; add current=temperature_2m,weather_code to the "
        "address");
    return weather;
  }
  weather.as_of = values.time(member(current, "time"), "current.time", zone);
  if (!member(current, "temperature_2m").is_null()) weather.now = now_of(current, values);
  weather.days = days_of(member(json, "daily"), values);
  return weather;
}

}  // namespace lobby::content
