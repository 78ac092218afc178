#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <vector>

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
  bool operator==(const DdcValue&) const = default;
};
/// What a monitor answers; nothing where the bytes are damaged, of another code, or say that it has no such value.
std::optional<DdcValue> ddc_answer(std::span<const std::uint8_t> bytes, std::uint8_t code);

/// The monitor on such a bus («/dev/i2c-2»).
std::unique_ptr<ScreenSwitch> ddc_switch(const std::filesystem::path& bus);

}  // namespace lobby::kiosk
