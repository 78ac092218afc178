#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

#include "base/result.h"

namespace lobby::host {

/// The folder in which a file lies: the working folder for a bare name.
inline std::filesystem::path folder_of(const std::filesystem::path& file) {
  return file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
}

/// The whole file. Errs (unavailable) with the system's reason, (refused) when it is larger than `most_bytes`.
Result<std::string> read_file(const std::filesystem::path& file, std::size_t most_bytes = 64U << 20U);

/// Writes a whole file, or leaves the old one as it was. Errs (unavailable) with the system's reason.
Result<void> write_file(const std::filesystem::path& file, std::string_view bytes);

}  // namespace lobby::host
