#pragma once

#include <string>
#include <string_view>

namespace lobby::store {

/// The BLAKE2b-256 digest (RFC 7693) of some bytes as 64 lower-case hexadecimal digits. Pure; any thread.
std::string digest(std::string_view bytes);

}  // namespace lobby::store
