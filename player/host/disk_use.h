#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

namespace lobby::host {

/// The bytes that this process has caused to be written to disks so far, as the kernel counts them (whole pages).
/// Nothing where it does not say.
std::optional<std::uint64_t> bytes_written();

/// What this user may still write to the disk of a folder, which need not be there yet. Nothing where nobody says.
std::optional<std::uint64_t> bytes_free(std::filesystem::path folder);

/// The bytes of the files in a folder and below it. Reads the folders: not for the render thread.
std::uint64_t bytes_in(const std::filesystem::path& folder);

}  // namespace lobby::host
