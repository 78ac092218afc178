#include "kiosk/ddc.h"

#include <fcntl.h>
#include <linux/i2c-dev.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
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

constexpr std::size_t length_of_answer = 11;
constexpr int most_tries = 3;
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

std::unexpected<Error> silent(const fs::path& bus, std::string_view why) {
  return fail(
      ErrorKind::unavailable,
      format("{}: the monitor does not answer ({}); DDC/CI may have to be switched on in its menu", bus.string(), why));
}

class DdcSwitch final : public ScreenSwitch {
 public:
  DdcSwitch(fs::path bus, DdcLine line) : bus_(std::move(bus)), line_(std::move(line)) {}

  std::string name() const override { return format("DDC/CI on {}", bus_.string()); }
  bool needs_a_listener() const override { return true; }
  Result<void> apply(Power power) override { return set(code_of_power, power == Power::on ? power_on : power_off); }

  std::optional<Power> read_back() override {
    const auto answer = ask(code_of_power);
    if (!answer || !answer->known) return std::nullopt;
    return answer->value == power_on ? Power::on : Power::off;
  }

  /// A monitor may keep it where it can be written only so often: what it has already is not written again.
  Result<void> dim(int percent) override {
    const auto now = ask(code_of_brightness);
    if (!now) return std::unexpected(now.error());
    const auto wanted = static_cast<std::uint16_t>(now->most * percent / 100);
    if (!now->known || now->most == 0 || now->value == wanted) return {};
    return set(code_of_brightness, wanted);
  }

 private:
  Result<void> set(std::uint8_t code, std::uint16_t value) const {
    const auto sent = line_(bus_, ddc_set(code, value), 0);
    if (!sent) return std::unexpected(sent.error());
    return {};
  }

  /// A monitor that is busy answers nothing, or nothing whole.
  Result<DdcValue> ask(std::uint8_t code) const {
    Result<DdcValue> value;
    for (int number = 0; number < most_tries; ++number) {
      const auto bytes = line_(bus_, ddc_ask(code), length_of_answer);
      const auto answer = bytes ? ddc_answer(*bytes, code) : std::nullopt;
      if (answer) return *answer;
      value = bytes ? silent(bus_, "nothing whole") : std::unexpected(bytes.error());
    }
    return value;
  }

  fs::path bus_;
  DdcLine line_;
};

/// A bus at whose other end nothing is, by what the kernel says.
class DdcKnock final : public ScreenSwitch {
 public:
  DdcKnock(const fs::path& bus, DdcLine line) : sleeper_(bus, std::move(line)) {}

  std::string name() const override { return format("{}, where nothing is seen", sleeper_.name()); }

  /// Who sleeps may miss the first word; that nobody is there is no failure.
  Result<void> apply(Power power) override {
    for (int number = 0; power == Power::on && number < most_tries; ++number) {
      if (sleeper_.apply(power)) break;
    }
    return {};
  }

  std::optional<Power> read_back() override { return std::nullopt; }

 private:
  DdcSwitch sleeper_;
};

int open_bus(const fs::path& bus) {
  constexpr long address = 0x37;
  const int descriptor = open(bus.c_str(), O_RDWR | O_CLOEXEC);
  if (descriptor >= 0 && ioctl(descriptor, I2C_SLAVE, address) == 0) return descriptor;
  const int error = errno;
  if (descriptor >= 0) close(descriptor);
  errno = error;
  return -1;
}

}  // namespace

Result<std::vector<std::uint8_t>> ddc_exchange(const fs::path& bus, std::span<const std::uint8_t> message,
                                               std::size_t length) {
  const auto reason = [](int error) { return std::generic_category().message(error); };
  const int descriptor = open_bus(bus);
  if (descriptor < 0) {
    return fail(ErrorKind::unavailable, format("{}: {}; is the user in the group 'i2c'?", bus.string(), reason(errno)));
  }
  bool done = write(descriptor, message.data(), message.size()) == std::ssize(message);
  int error = errno;
  pause();
  std::vector<std::uint8_t> answer(length);
  if (done && length > 0) {
    done = read(descriptor, answer.data(), length) == static_cast<ssize_t>(length);
    error = errno;
    pause();
  }
  close(descriptor);
  if (!done) return silent(bus, reason(error));
  return answer;
}

std::vector<std::uint8_t> ddc_set(std::uint8_t code, std::uint16_t value) {
  return sealed(
      {of_host, 0x84, 0x03, code, static_cast<std::uint8_t>(value >> 8U), static_cast<std::uint8_t>(value & 0xFFU)});
}

std::vector<std::uint8_t> ddc_ask(std::uint8_t code) { return sealed({of_host, 0x82, 0x01, code}); }

/// Sender, length with the highest bit, 2, result, code, type, most (2 bytes), value (2 bytes), checksum.
std::optional<DdcValue> ddc_answer(std::span<const std::uint8_t> bytes, std::uint8_t code) {
  constexpr std::uint8_t unsupported = 1;
  if (bytes.size() != length_of_answer) return std::nullopt;
  if (checksum(from_monitor, bytes.first(length_of_answer - 1)) != bytes.back()) return std::nullopt;
  if (bytes[1] != 0x88 || bytes[2] != 0x02 || bytes[3] > unsupported || bytes[4] != code) return std::nullopt;
  if (bytes[3] == unsupported) return DdcValue{.known = false};
  const auto number = [&](std::size_t at) { return static_cast<std::uint16_t>(bytes[at] << 8U | bytes[at + 1]); };
  return DdcValue{number(8), number(6)};
}

ScreenSwitches ddc_switches(const std::vector<Connector>& all, const DdcLine& line) {
  ScreenSwitches some;
  const bool is_alone = std::ranges::none_of(all, &Connector::connected);
  for (const Connector& one : all) {
    if (one.i2c.empty()) continue;
    if (one.connected) some.push_back(std::make_unique<DdcSwitch>(one.i2c, line));
    if (is_alone) some.push_back(std::make_unique<DdcKnock>(one.i2c, line));
  }
  return some;
}

}  // namespace lobby::kiosk
