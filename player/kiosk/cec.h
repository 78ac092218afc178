#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "base/ioctl.h"
#include "kiosk/screen_switch.h"

// HDMI-CEC through the kernel's /dev/cec*: the television is told to go to standby or to wake up.
namespace lobby::kiosk {

/// A message as it goes over the line: header, opcode, operands. `from` is the logical address of the sender.
std::vector<std::uint8_t> cec_standby(std::uint8_t from);
std::vector<std::uint8_t> cec_wake(std::uint8_t from);
/// To everybody: what is at that physical address is to be looked at.
std::vector<std::uint8_t> cec_active_source(std::uint8_t from, std::uint16_t physical);
std::vector<std::uint8_t> cec_ask_power(std::uint8_t from);
/// What a television answers to that; nothing where the message is another one.
std::optional<Power> cec_power_in(const std::vector<std::uint8_t>& message);

struct CecAdapters {
  ScreenSwitches switches;
  bool are_there = false;             ///< Any, whatever is at the other end.
  std::vector<std::string> unopened;  ///< What was said, with the remedy, by those that cannot be opened.
};

/// All adapters in `devices` at whose other end something is, and those that reach a display that sleeps without a sign
/// (Linux media documentation, CEC_TRANSMIT: an adapter without an address may send from 15 to 0). Inputs are passed
/// over.
CecAdapters cec_adapters(const std::filesystem::path& devices = "/dev", const Ioctl& call = system_ioctl);

}  // namespace lobby::kiosk
