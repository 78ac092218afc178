#pragma once

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <numeric>
#include <span>
#include <vector>

#include "base/result.h"

namespace lobby::kiosk {

/// A monitor at the other end of an I²C bus, as it answers over DDC/CI.
struct Monitor {
  std::uint16_t power = 1;
  std::uint16_t brightness = 50;
  bool has_brightness = true;
  bool hears = true;
  int busy = 0;     ///< So many of the next questions have no answer.
  int damaged = 0;  ///< So many of the next answers are damaged.
  int asked = 0;
  std::vector<std::pair<int, int>> told;  ///< Codes and the values they were set to.

  Result<std::vector<std::uint8_t>> exchange(std::span<const std::uint8_t> message, std::size_t length) {
    const int code = message[3];
    const bool is_question = length > 0;
    asked += is_question ? 1 : 0;
    if (!hears || (is_question && busy-- > 0)) return fail(ErrorKind::unavailable, "the monitor does not answer");
    if (!is_question) {
      const auto value = static_cast<std::uint16_t>(message[4] << 8U | message[5]);
      told.emplace_back(code, value);
      (code == 0x10 ? brightness : power) = value;
      return {};
    }
    const bool known = code == 0xD6 || (code == 0x10 && has_brightness);
    auto bytes = answer(message[3], code == 0x10 ? brightness : power, known);
    if (damaged-- > 0) bytes.back() ^= 1U;
    return bytes;
  }

  static std::vector<std::uint8_t> answer(std::uint8_t code, std::uint16_t value, bool known) {
    const auto low = static_cast<std::uint8_t>(value & 0xFFU);
    std::vector<std::uint8_t> bytes{0x6E, 0x88, 0x02, 0x00, code, 0x00, 0x00, 0x64, 0x00, low};
    if (!known) bytes = {0x6E, 0x88, 0x02, 0x01, code, 0x00, 0x00, 0x00, 0x00, 0x00};
    bytes.push_back(
        std::accumulate(bytes.begin(), bytes.end(), std::uint8_t{0x50},
                        [](std::uint8_t sum, std::uint8_t byte) { return static_cast<std::uint8_t>(sum ^ byte); }));
    return bytes;
  }
};

}  // namespace lobby::kiosk
