#include "kiosk/cec.h"

#include <fcntl.h>
#include <linux/cec.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <system_error>

#include "base/format.h"

namespace lobby::kiosk {

namespace {

namespace fs = std::filesystem;

constexpr std::uint8_t everybody = 15;
constexpr std::uint8_t television = 0;

std::uint8_t header(std::uint8_t from, std::uint8_t to) { return static_cast<std::uint8_t>(from << 4U | to); }

std::unexpected<Error> failed(const fs::path& device, std::string_view what) {
  return fail(ErrorKind::unavailable, format("{}: {}", device.string(), what));
}

std::string reason() { return std::generic_category().message(errno); }

/// An adapter while it is open.
class Adapter {
 public:
  Adapter(fs::path device, const Ioctl& call)
      : device_(std::move(device)),
        call_(call),
        descriptor_(open(device_.c_str(), O_RDWR | O_CLOEXEC)),
        error_(descriptor_ < 0 ? errno : 0) {}
  ~Adapter() {
    if (descriptor_ >= 0) close(descriptor_);
  }
  Adapter(const Adapter&) = delete;
  Adapter& operator=(const Adapter&) = delete;

  bool is_open() const { return descriptor_ >= 0; }
  /// There is none, or it has just been unplugged.
  bool is_gone() const { return error_ == ENOENT || error_ == ENODEV || error_ == ENXIO; }
  std::string why_closed() const {
    return format("{}: {}; the user has to be in the group 'video', and nobody else may keep it for himself",
                  device_.string(), std::generic_category().message(error_));
  }

  /// The place at the other end; nothing: there is no link.
  std::optional<std::uint16_t> physical() {
    __u16 address = CEC_PHYS_ADDR_INVALID;
    if (call_(descriptor_, CEC_ADAP_G_PHYS_ADDR, &address) != 0 || address == CEC_PHYS_ADDR_INVALID) {
      return std::nullopt;
    }
    return address;
  }

  /// Whether it carries nothing to a display that shows no sign of being there.
  bool wants_a_sign() {
    cec_caps facts{};
    return call_(descriptor_, CEC_ADAP_G_CAPS, &facts) != 0 || (facts.capabilities & CEC_CAP_NEEDS_HPD) != 0;
  }

  /// The logical address of this machine, taken where it has none yet.
  Result<std::uint8_t> logical() {
    __u32 mode = CEC_MODE_INITIATOR;
    call_(descriptor_, CEC_S_MODE, &mode);
    cec_log_addrs addresses{};
    if (call_(descriptor_, CEC_ADAP_G_LOG_ADDRS, &addresses) != 0) return failed(device_, reason());
    if (addresses.num_log_addrs == 0) {
      addresses = {};
      addresses.cec_version = CEC_OP_CEC_VERSION_1_4;
      addresses.num_log_addrs = 1;
      addresses.vendor_id = CEC_VENDOR_ID_NONE;
      addresses.primary_device_type[0] = CEC_OP_PRIM_DEVTYPE_PLAYBACK;
      addresses.log_addr_type[0] = CEC_LOG_ADDR_TYPE_PLAYBACK;
      addresses.all_device_types[0] = CEC_OP_ALL_DEVTYPE_PLAYBACK;
      std::strncpy(addresses.osd_name, "Lobby Player", sizeof addresses.osd_name - 1);
      if (call_(descriptor_, CEC_ADAP_S_LOG_ADDRS, &addresses) != 0) return failed(device_, reason());
    }
    return addresses.log_addr[0] == CEC_LOG_ADDR_INVALID ? everybody : addresses.log_addr[0];
  }

  /// Sends it, and waits for the answer with that opcode, where one is asked for.
  Result<std::vector<std::uint8_t>> send(const std::vector<std::uint8_t>& message, std::uint8_t answer = 0) {
    cec_msg packet{};
    packet.len = static_cast<__u32>(message.size());
    std::ranges::copy(message, packet.msg);
    packet.reply = answer;
    packet.timeout = answer == 0 ? 0 : 1000;
    if (call_(descriptor_, CEC_TRANSMIT, &packet) != 0) return failed(device_, reason());
    if ((packet.tx_status & CEC_TX_STATUS_OK) == 0) return failed(device_, "the television does not answer");
    if (answer == 0) return {};
    if ((packet.rx_status & CEC_RX_STATUS_OK) == 0) return failed(device_, "the television does not say how it is");
    const auto length = std::min<std::size_t>(packet.len, sizeof packet.msg);
    return std::vector<std::uint8_t>(packet.msg, packet.msg + length);
  }

 private:
  fs::path device_;
  const Ioctl& call_;
  int descriptor_;
  int error_;
};

class CecSwitch final : public ScreenSwitch {
 public:
  CecSwitch(fs::path device, Ioctl call) : device_(std::move(device)), call_(std::move(call)) {}

  std::string name() const override { return format("CEC on {}", device_.string()); }

  bool needs_a_listener() const override { return true; }

  Result<void> apply(Power power) override {
    Adapter adapter(device_, call_);
    if (!adapter.is_open()) return failed(device_, reason());
    const auto physical = adapter.physical();
    if (!physical) return failed(device_, "nothing is connected");
    const auto from = adapter.logical();
    if (!from) return std::unexpected(from.error());
    const auto told = adapter.send(power == Power::off ? cec_standby(*from) : cec_wake(*from));
    if (!told) return std::unexpected(told.error());
    if (power == Power::on) {
      const auto chosen = adapter.send(cec_active_source(*from, *physical));
      if (!chosen) return std::unexpected(chosen.error());
    }
    return {};
  }

  std::optional<Power> read_back() override {
    Adapter adapter(device_, call_);
    const auto from = adapter.is_open() ? adapter.logical() : failed(device_, "it is gone");
    if (!from) return std::nullopt;
    const auto answer = adapter.send(cec_ask_power(*from), CEC_MSG_REPORT_POWER_STATUS);
    return answer ? cec_power_in(*answer) : std::nullopt;
  }

 private:
  fs::path device_;
  Ioctl call_;
};

/// An adapter at whose other end nothing is, by what it says. There are televisions that show no sign of themselves
/// while they sleep, and still hear it when they are told to wake up; whether one was there, nobody says.
class CecKnock final : public ScreenSwitch {
 public:
  CecKnock(fs::path device, Ioctl call) : device_(std::move(device)), call_(std::move(call)) {}

  std::string name() const override { return format("CEC on {}, where nothing is seen", device_.string()); }

  Result<void> apply(Power power) override {
    Adapter adapter(device_, call_);
    if (power == Power::on && adapter.is_open()) {
      // Without a place at the line nobody has an address of his own; but who never asked for one may not even say
      // this.
      [[maybe_unused]] const auto asked = adapter.logical();
      [[maybe_unused]] const auto heard = adapter.send(cec_wake(everybody));
    }
    return {};
  }

  std::optional<Power> read_back() override { return std::nullopt; }

 private:
  fs::path device_;
  Ioctl call_;
};

}  // namespace

std::vector<std::uint8_t> cec_standby(std::uint8_t from) { return {header(from, television), CEC_MSG_STANDBY}; }

std::vector<std::uint8_t> cec_wake(std::uint8_t from) { return {header(from, television), CEC_MSG_IMAGE_VIEW_ON}; }

std::vector<std::uint8_t> cec_active_source(std::uint8_t from, std::uint16_t physical) {
  return {header(from, everybody), CEC_MSG_ACTIVE_SOURCE, static_cast<std::uint8_t>(physical >> 8U),
          static_cast<std::uint8_t>(physical & 0xFFU)};
}

std::vector<std::uint8_t> cec_ask_power(std::uint8_t from) {
  return {header(from, television), CEC_MSG_GIVE_DEVICE_POWER_STATUS};
}

std::optional<Power> cec_power_in(const std::vector<std::uint8_t>& message) {
  if (message.size() < 3 || message[1] != CEC_MSG_REPORT_POWER_STATUS) return std::nullopt;
  const auto status = message[2];
  const bool on = status == CEC_OP_POWER_STATUS_ON || status == CEC_OP_POWER_STATUS_TO_ON;
  return on ? Power::on : Power::off;
}

CecAdapters cec_adapters(const fs::path& devices, const Ioctl& call) {
  CecAdapters all;
  for (int number = 0; number < 8; ++number) {
    const fs::path device = devices / format("cec{}", number);
    Adapter adapter(device, call);
    if (adapter.is_gone()) continue;
    all.are_there = true;
    if (!adapter.is_open()) {
      all.unopened.push_back(adapter.why_closed());
      continue;
    }
    const auto physical = adapter.physical();
    if (!physical && !adapter.wants_a_sign()) all.switches.push_back(std::make_unique<CecKnock>(device, call));
    // At the place 0.0.0.0 this machine itself would be the television.
    if (physical.value_or(0) != 0) all.switches.push_back(std::make_unique<CecSwitch>(device, call));
  }
  return all;
}

}  // namespace lobby::kiosk
