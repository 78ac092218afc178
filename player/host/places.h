#pragma once

#include <filesystem>
#include <optional>

#include "base/result.h"

// Where things lie. Found at run time, so that the same binary works installed, unpacked, and in its build tree.
namespace lobby::host {

/// The folder that holds `layouts/`, `fonts/`, the calendars and the demo: $LOBBY_PLAYER_DATA, else share/lobby-player
/// beside the binary's bin/, else the source tree that the binary was built in. Errs (unavailable) and names what was
/// tried.
Result<std::filesystem::path> data_folder();

/// What plays where nobody has written a config: the embedded demo, which says on each slide what is missing.
std::filesystem::path config_of_nobody(const std::filesystem::path& data);

/// The folder of the configs that `layouts` plays.
std::filesystem::path samples_folder(const std::filesystem::path& data);

/// The folder of the calendars that a config may name.
std::filesystem::path calendars_folder(const std::filesystem::path& data);

/// $STATE_DIRECTORY, else $XDG_STATE_HOME/lobby-player, else ~/.local/state/lobby-player.
std::filesystem::path state_folder();

/// $RUNTIME_DIRECTORY, in memory, as systemd makes it for the service, which its user finds by hand, too; empty where
/// there is none.
std::filesystem::path run_folder();

/// Where the bundles of this player lie.
std::filesystem::path bundle_place();

inline constexpr const char* default_config = "/etc/lobby-player/config.yaml";

}  // namespace lobby::host
