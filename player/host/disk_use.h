#pragma once

#include <cstdint>
#include <optional>

namespace lobby::host {

/// The bytes that this process has caused to be written to disks so far, as the kernel counts them (whole pages).
/// Nothing where it does not say.
std::optional<std::uint64_t> bytes_written();

}  // namespace lobby::host
