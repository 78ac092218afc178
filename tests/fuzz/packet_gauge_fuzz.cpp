#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "push/packet_gauge.h"

/// Whatever a broker sends, what the gauge says of it does not depend on the pieces in which it comes.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  constexpr std::size_t most_bytes = 4096;
  const std::string_view sent(reinterpret_cast<const char*>(bytes), size);
  lobby::push::PacketGauge whole(most_bytes);
  lobby::push::PacketGauge by_byte(most_bytes);
  const auto at_once = whole.pass(sent);
  bool taken = true;
  for (std::size_t at = 0; at < sent.size() && taken; ++at) taken = by_byte.pass(sent.substr(at, 1)).has_value();
  if (at_once.has_value() != taken) std::abort();
  if (!at_once && at_once.error().message.empty()) std::abort();
  return 0;
}
