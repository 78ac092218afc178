#pragma once

#include <string>

#include "content/weather.h"

namespace lobby::gather {

/// What `read` prints of a forecast: {"format": "weather", "place", "source", "as_of", "now": {"temperature",
/// "humidity", "condition", "wind"} or null, "days": [{"date", "condition", "low", "high", "rain_chance"}]}. `as_of` is
/// UTC; what is not known is null. Ends with a newline.
std::string weather_json(const content::Weather& weather);

}  // namespace lobby::gather
