#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/local_time.h"
#include "base/result.h"
#include "content/document.h"

namespace lobby::content {

/// The weather at the moment of a forecast. Temperatures are °C, winds km/h, shares percent.
struct WeatherNow {
  double temperature = 0;
  std::optional<int> humidity = std::nullopt;
  std::string condition = {};  ///< One of `config::weather_conditions`; empty: not said.
  std::optional<double> wind = std::nullopt;
  bool operator==(const WeatherNow&) const = default;
};

/// What is expected of a day.
struct WeatherDay {
  Date date;
  std::string condition;
  double low = 0;
  double high = 0;
  std::optional<int> rain_chance = std::nullopt;
  bool operator==(const WeatherDay&) const = default;
};

/// One forecast for one place, as its document has it.
struct Weather {
  std::string place;   ///< Clean, NFC; empty where neither the document nor the config names it.
  std::string credit;  ///< Who made the forecast, for visitors; may be empty.
  WallTime as_of;
  std::optional<WeatherNow> now;
  std::vector<WeatherDay> days;                                ///< By date, each once.
  std::string source = {};                                     ///< The name of its source.
  std::optional<std::chrono::seconds> max_age = std::nullopt;  ///< Of its source; nothing: the usual one.
  bool operator==(const Weather&) const = default;
};

/// Reads a forecast in our own form or in that of Open-Meteo (docs/configuration.md). `zone` is where its days begin;
/// times without an offset are there. Errs (invalid) with a plain reason where the document is none, where it counts
/// its days elsewhere, and where a value cannot be: one wrong number makes all the others doubtful. Pure; any thread.
Result<Weather> read_weather(const Document& document, const TimeZone& zone);

}  // namespace lobby::content
