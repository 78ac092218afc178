#pragma once

#include <filesystem>
#include <functional>

#include "base/result.h"

namespace lobby::fleet {

/// Has a process of `program`, which is the player, read a bundle's config, all its themes, and play the next day with
/// it, so that whatever is wrong with it costs that process and never the show. Errs (invalid) with what the process
/// said, or how it ended; (unavailable) where it cannot be started or `stopped` says so.
Result<void> rehearse_apart(const std::filesystem::path& program, const std::filesystem::path& config,
                            const std::filesystem::path& bundle, const std::function<bool()>& stopped);

}  // namespace lobby::fleet
