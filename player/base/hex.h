#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace lobby {

/// Two lower-case hexadecimal digits for each byte. Pure; any thread.
std::string in_hex(std::span<const std::uint8_t> bytes);

}  // namespace lobby
