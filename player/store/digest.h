#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace lobby::store {

/// The BLAKE2b-256 digest (RFC 7693) of some bytes as 64 lower-case hexadecimal digits. Pure; any thread.
std::string digest(std::string_view bytes);

/// The same of what is in a file; nothing where it cannot be read.
std::optional<std::string> digest_of(const std::filesystem::path& file);

}  // namespace lobby::store
