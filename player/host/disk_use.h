#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

namespace lobby::host {

/// The bytes that this process has caused to be written to disks so far, as the kernel counts them (whole pages).
/// Nothing where it does not say.
std::optional<std::uint64_t> bytes_written();

/// The bytes of the files in a folder and below it. Reads the folders: not for the render thread.
std::uint64_t bytes_in(const std::filesystem::path& folder);

}  // namespace lobby::host
