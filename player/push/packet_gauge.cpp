#include "push/packet_gauge.h"

#include <algorithm>

#include "base/format.h"

namespace lobby::push {

namespace {

constexpr unsigned bits_of_a_byte = 7;
constexpr unsigned most_length_bits = 4 * bits_of_a_byte;

std::unexpected<Error> breach(std::string_view what) {
  return fail(
      ErrorKind::unavailable,
      format("the broker sends {}; this player hangs up: correct the broker, or take one that keeps to MQTT 5", what));
}

}  // namespace

Result<void> PacketGauge::pass(std::string_view bytes) {
  while (!bytes.empty()) {
    if (left_ > 0) {
      const std::size_t passed = std::min(left_, bytes.size());
      left_ -= passed;
      bytes.remove_prefix(passed);
      continue;
    }
    const auto byte = static_cast<unsigned char>(bytes.front());
    bytes.remove_prefix(1);
    if (auto taken = in_length_ ? measure(byte) : begin(byte); !taken) return taken;
  }
  return {};
}

Result<void> PacketGauge::begin(unsigned char head) {
  constexpr unsigned publish = 3;
  constexpr unsigned quality_bits = 6;
  constexpr unsigned at_least_once = 2;
  if (head >> 4U == publish && (head & quality_bits) > at_least_once) {
    return breach("a message of a quality of service that was never agreed on");
  }
  in_length_ = true;
  length_ = 0;
  length_bits_ = 0;
  return {};
}

Result<void> PacketGauge::measure(unsigned char byte) {
  constexpr unsigned goes_on = 0x80;
  if (length_bits_ == most_length_bits) return breach("what is not MQTT");
  length_ |= static_cast<std::size_t>(byte & ~goes_on) << length_bits_;
  length_bits_ += bits_of_a_byte;
  if ((byte & goes_on) != 0) return {};
  const std::size_t whole = 1 + length_bits_ / bits_of_a_byte + length_;
  if (whole > most_bytes_) {
    return breach(format("a packet of {} bytes, and was told that {} are the most", whole, most_bytes_));
  }
  in_length_ = false;
  left_ = length_;
  return {};
}

}  // namespace lobby::push
