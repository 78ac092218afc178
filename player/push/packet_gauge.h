#pragma once

#include <cstddef>
#include <string_view>

#include "base/result.h"

namespace lobby::push {

/// Follows what a broker sends by the heads of its packets, of whatever pieces it comes in, so that a packet of any
/// length is known before one byte of it is kept. MQTT 5, 2.1. Pure.
class PacketGauge {
 public:
  /// `most_bytes` is what the broker was told about a whole packet.
  explicit PacketGauge(std::size_t most_bytes) : most_bytes_(most_bytes) {}

  /// Errs (unavailable) where a packet begins that this client never agreed to: a longer one, one of quality of service
  /// 2, which libmosquitto would keep until the broker takes it back, or none of MQTT.
  Result<void> pass(std::string_view bytes);

 private:
  Result<void> begin(unsigned char head);
  Result<void> measure(unsigned char byte);

  std::size_t most_bytes_;
  std::size_t left_ = 0;      ///< Of the packet whose head has passed.
  std::size_t length_ = 0;    ///< As far as it is known.
  unsigned length_bits_ = 0;  ///< How many of them are.
  bool in_length_ = false;
};

}  // namespace lobby::push
