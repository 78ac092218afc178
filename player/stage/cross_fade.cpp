#include "stage/cross_fade.h"

#include <algorithm>
#include <cmath>

namespace lobby::stage {

void cross_fade(const std::uint32_t* a, const std::uint32_t* b, std::uint32_t* to, std::size_t pixels,
                double progress) {
  const auto weight = static_cast<std::uint32_t>(std::lround(std::clamp(progress, 0.0, 1.0) * 256.0));
  // Byte by byte in 16 bits: what every vector unit multiplies, where many lack a product of 32 bits.
  const auto share = static_cast<std::uint16_t>(weight);
  const auto rest = static_cast<std::uint16_t>(256U - weight);
  const auto* from = reinterpret_cast<const unsigned char*>(a);
  const auto* onto = reinterpret_cast<const unsigned char*>(b);
  auto* mixed = reinterpret_cast<unsigned char*>(to);
  for (std::size_t index = 0; index < pixels * 4; ++index) {
    const auto sum = static_cast<std::uint16_t>(from[index] * rest + onto[index] * share);
    mixed[index] = static_cast<unsigned char>(sum >> 8U);
  }
}

}  // namespace lobby::stage
