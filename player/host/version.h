#pragma once

#include "base/clock.h"

namespace lobby::host {

inline constexpr const char* version = "0.1.0";

/// A clock that is earlier than this release is certainly wrong: the player then shows neither date nor time, and
/// nothing that depends on them. Moved forward with each release.
inline constexpr WallTime earliest_true_time =
    std::chrono::sys_days(std::chrono::year(2026) / std::chrono::November / 1);

}  // namespace lobby::host
