#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace lobby::config {

/// The conditions that a forecast may name: in a document, in the words of a theme, and in the names of its drawings.
inline constexpr std::array<std::string_view, 15> weather_conditions{
    "clear",      "cloudy",        "drizzle", "fair",    "fog",   "hail", "heavy-rain",  "hot",
    "light-rain", "partly-cloudy", "rain",    "showers", "sleet", "snow", "thunderstorm"};

constexpr bool is_weather_condition(std::string_view word) {
  return std::ranges::find(weather_conditions, word) != weather_conditions.end();
}

}  // namespace lobby::config
