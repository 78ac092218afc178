#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "kiosk/connectors.h"
#include "kiosk/screen_switch.h"

// DDC/CI: a monitor is told over the I²C bus on which it is asked for its modes (VESA DDC/CI 1.1; MCCS: D6 is power,
// 10 brightness). Only over the bus that the kernel names for a connector: a write to another device's address on some
// other bus of a board could do anything.
namespace lobby::kiosk {

/// The bytes that set a value, and that ask for one.
std::vector<std::uint8_t> ddc_set(std::uint8_t code, std::uint16_t value);
std::vector<std::uint8_t> ddc_ask(std::uint8_t code);

struct DdcValue {
  std::uint16_t value = 0;
  std::uint16_t most = 0;
  bool known = true;  ///< The monitor has such a value.
  bool operator==(const DdcValue&) const = default;
};
/// What a monitor answers; nothing where the bytes are damaged, of another code, or say that it cannot tell now.
std::optional<DdcValue> ddc_answer(std::span<const std::uint8_t> bytes, std::uint8_t code);

/// One exchange with the monitor on a bus, with the pauses it needs: sends it the message, and reads so many bytes of
/// its answer, where that is not 0. Errs (unavailable) with the reason. Tests put their own in its place.
using DdcLine = std::function<Result<std::vector<std::uint8_t>>(
    const std::filesystem::path& bus, std::span<const std::uint8_t> message, std::size_t length)>;
Result<std::vector<std::uint8_t>> ddc_exchange(const std::filesystem::path& bus, std::span<const std::uint8_t> message,
                                               std::size_t length);

/// The monitors that are connected and whose lines the kernel names. Where none is connected, all lines: some monitors
/// show no sign of themselves any more when they were switched off, and still hear that they are to wake up.
ScreenSwitches ddc_switches(const std::vector<Connector>& all, const DdcLine& line = ddc_exchange);

}  // namespace lobby::kiosk
