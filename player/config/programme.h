#pragma once

#include <optional>
#include <string>
#include <vector>

#include "config/occasion.h"
#include "config/playlist.h"

// Which programmes rule at a moment. Plain data and pure functions; any thread.
namespace lobby::config {

struct Config;

/// A playlist or a theme, or both, for an occasion.
struct Programme {
  std::string name;
  Occasion when = {};
  int priority = 0;
  std::vector<PlaylistEntry> playlist = {};  ///< Empty: another one rules.
  std::optional<std::string> theme = std::nullopt;
  bool operator==(const Programme&) const = default;
};

/// The programme that has a playlist, and the one that has a theme, of the highest priority among those whose occasion
/// holds; of two with the same priority the one that stands first. Null: what the config itself says.
struct Rulers {
  const Programme* playlist = nullptr;
  const Programme* theme = nullptr;
  bool operator==(const Rulers&) const = default;
};

/// Who rules. `now` is nothing while the clock is not trusted: then only programmes without `when` count. The result
/// points into the config.
Rulers rulers_at(const Config& config, const std::optional<LocalTime>& now);

/// The playlist of the moment; lives as long as the config.
const std::vector<PlaylistEntry>& playlist_at(const Config& config, const std::optional<LocalTime>& now);

/// The next edge of a programme after `from`, within `horizon`.
std::optional<LocalTime> programmes_change_at(const Config& config, const LocalTime& from, std::chrono::days horizon);

}  // namespace lobby::config
