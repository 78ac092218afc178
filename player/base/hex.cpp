#include "base/hex.h"

namespace lobby {

std::string in_hex(std::span<const std::uint8_t> bytes) {
  constexpr const char* digits = "0123456789abcdef";
  std::string text;
  text.reserve(2 * bytes.size());
  for (const std::uint8_t byte : bytes) text += {digits[byte >> 4U], digits[byte & 0xFU]};
  return text;
}

}  // namespace lobby
