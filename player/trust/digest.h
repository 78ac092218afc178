#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.h"

namespace lobby::trust {

/// SHA-256 (FIPS 180-4) of bytes as 64 lower-case hexadecimal digits. Pure; any thread.
std::string sha256(std::string_view bytes);

/// The same of a file, and how many bytes it has. Errs (unavailable) where it cannot be read.
struct FileDigest {
  std::string sha256;
  std::uint64_t size = 0;
};
Result<FileDigest> digest_of(const std::filesystem::path& file);

}  // namespace lobby::trust
