#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>

#include "content/weather.h"
#include "text/clean.h"

/// A forecast or a reason in valid UTF-8; no number comes out that no thermometer shows.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const auto weather = lobby::content::read_weather({bytes, "https://portal.example/thoi-tiet.json", {}}, {});
  if (!weather) {
    if (!lobby::text::valid_utf8(weather.error().message)) __builtin_trap();
    return 0;
  }
  if (!lobby::text::valid_utf8(weather->place + weather->credit)) __builtin_trap();
  for (const auto& day : weather->days) {
    if (!day.date.ok() || !(day.low >= -90 && day.low <= day.high && day.high <= 60)) __builtin_trap();
  }
  return weather->now && !(std::abs(weather->now->temperature) <= 90) ? __builtin_trap(), 0 : 0;
}
