#include "kiosk/ddc.h"

#include <fcntl.h>
#include <linux/i2c-dev.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <numeric>
#include <system_error>

#include "base/format.h"

namespace lobby::kiosk {

namespace {

namespace fs = std::filesystem;

constexpr std::uint8_t code_of_power = 0xD6;
constexpr std::uint8_t code_of_brightness = 0x10;
constexpr std::uint16_t power_on = 1;
constexpr std::uint16_t power_off = 4;

constexpr std::uint8_t to_monitor = 0x6E;
constexpr std::uint8_t from_monitor = 0x50;
constexpr std::uint8_t of_host = 0x51;

std::uint8_t checksum(std::uint8_t seed, std::span<const std::uint8_t> bytes) {
  return std::accumulate(bytes.begin(), bytes.end(), seed,
                         [](std::uint8_t sum, std::uint8_t byte) { return static_cast<std::uint8_t>(sum ^ byte); });
}

std::vector<std::uint8_t> sealed(std::vector<std::uint8_t> bytes) {
  bytes.push_back(checksum(to_monitor, bytes));
  return bytes;
}

/// A monitor needs this long between two messages.
void pause() {
  constexpr int milliseconds = 60;
  poll(nullptr, 0, milliseconds);
}

class DdcSwitch final : public ScreenSwitch {
 public:
  explicit DdcSwitch(fs::path bus) : bus_(std::move(bus)) {}

  std::string name() const override { return format("DDC/CI on {}", bus_.string()); }
  Result<void> apply(Power power) override { return set(code_of_power, power == Power::on ? power_on : power_off); }

  std::optional<Power> read_back() override {
    const auto answer = ask(code_of_power);
    if (!answer) return std::nullopt;
    return answer->value == power_on ? Power::on : Power::off;
  }

  Result<void> dim(int percent) override {
    const auto now = ask(code_of_brightness);
    if (!now || now->most == 0) return {};  // It has no such value.
    return set(code_of_brightness, static_cast<std::uint16_t>(now->most * percent / 100));
  }

 private:
  int open_bus() const {
    constexpr long address = 0x37;
    const int descriptor = open(bus_.c_str(), O_RDWR | O_CLOEXEC);
    if (descriptor >= 0 && ioctl(descriptor, I2C_SLAVE, address) == 0) return descriptor;
    if (descriptor >= 0) close(descriptor);
    return -1;
  }

  Result<void> set(std::uint8_t code, std::uint16_t value) const {
    const int descriptor = open_bus();
    const auto bytes = ddc_set(code, value);
    const bool sent = descriptor >= 0 && write(descriptor, bytes.data(), bytes.size()) == std::ssize(bytes);
    const int error = errno;
    if (descriptor >= 0) close(descriptor);
    pause();
    if (sent) return {};
    return fail(ErrorKind::unavailable,
                format("{}: {}; is the user in the group 'i2c', and does the monitor know DDC/CI?", bus_.string(),
                       std::generic_category().message(error)));
  }

  std::optional<DdcValue> ask(std::uint8_t code) const {
    const int descriptor = open_bus();
    if (descriptor < 0) return std::nullopt;
    const auto bytes = ddc_ask(code);
    std::array<std::uint8_t, 11> answer{};
    bool whole = write(descriptor, bytes.data(), bytes.size()) == std::ssize(bytes);
    pause();
    whole = whole && read(descriptor, answer.data(), answer.size()) == std::ssize(answer);
    close(descriptor);
    pause();
    return whole ? ddc_answer(answer, code) : std::nullopt;
  }

  fs::path bus_;
};

}  // namespace

std::vector<std::uint8_t> ddc_set(std::uint8_t code, std::uint16_t value) {
  return sealed(
      {of_host, 0x84, 0x03, code, static_cast<std::uint8_t>(value >> 8U), static_cast<std::uint8_t>(value & 0xFFU)});
}

std::vector<std::uint8_t> ddc_ask(std::uint8_t code) { return sealed({of_host, 0x82, 0x01, code}); }

/// Sender, length with the highest bit, 2, result, code, type, most (2 bytes), value (2 bytes), checksum.
std::optional<DdcValue> ddc_answer(std::span<const std::uint8_t> bytes, std::uint8_t code) {
  constexpr std::size_t length = 11;
  if (bytes.size() != length || checksum(from_monitor, bytes.first(length - 1)) != bytes.back()) return std::nullopt;
  if (bytes[1] != 0x88 || bytes[2] != 0x02 || bytes[3] != 0 || bytes[4] != code) return std::nullopt;
  const auto number = [&](std::size_t at) { return static_cast<std::uint16_t>(bytes[at] << 8U | bytes[at + 1]); };
  return DdcValue{number(8), number(6)};
}

std::unique_ptr<ScreenSwitch> ddc_switch(const fs::path& bus) { return std::make_unique<DdcSwitch>(bus); }

}  // namespace lobby::kiosk
