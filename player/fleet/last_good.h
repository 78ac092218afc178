#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "fleet/settings.h"
#include "store/store.h"

// The newest config of each file that was proven usable, in the store. Fetch thread, or before it begins.
namespace lobby::fleet {

std::optional<std::string> last_good_config(store::Store& store, const std::filesystem::path& file);

/// The config in use becomes the last good one of its file; the store writes only what changed.
void remember_config(store::Store& store, const Settings& settings);

}  // namespace lobby::fleet
