#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "content/json.h"
#include "content/weather.h"

// The two forms of a forecast, and what both have in common. Pure; any thread.
namespace lobby::content {

/// What a value may be.
struct Bounds {
  double least = 0;
  double most = 0;
  std::string_view unit;
};

/// Somewhat beyond the extremes that the World Meteorological Organization has on record: −89.2 °C and 56.7 °C, a gust
/// of 408 km/h (https://wmo.asu.edu).
inline constexpr Bounds temperature_bounds{-90, 60, "°C"};
inline constexpr Bounds wind_bounds{0, 410, "km/h"};
inline constexpr Bounds share_bounds{0, 100, "%"};

/// The longest forecast of Open-Meteo.
inline constexpr std::size_t most_weather_days = 16;

/// Reads values and remembers the first that is wrong; what is read after it does not count.
class WeatherValues {
 public:
  /// A number that must be there; `what` names it in a message.
  double number(const Json& value, std::string_view what, const Bounds& bounds);
  /// Nothing where the value is missing or null.
  std::optional<double> maybe_number(const Json& value, std::string_view what, const Bounds& bounds);
  std::optional<int> maybe_share(const Json& value, std::string_view what);
  /// «2026-11-26»
  Date date(const Json& value, std::string_view what);
  WallTime time(const Json& value, std::string_view what, const TimeZone& zone);
  /// Remembers a fault unless there was one before.
  void fault(std::string message);

  const std::optional<Error>& error() const { return error_; }

 private:
  std::optional<Error> error_;
};

/// Our own form.
Weather read_plain_weather(const Json& json, const TimeZone& zone, WeatherValues& values);

/// That of https://api.open-meteo.com/v1/forecast.
Weather read_open_meteo(const Json& json, const TimeZone& zone, WeatherValues& values);

}  // namespace lobby::content
