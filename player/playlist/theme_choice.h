#pragma once

#include <optional>
#include <string>
#include <vector>

#include "calendar/banner.h"
#include "config/config.h"
#include "playlist/show.h"

// In which theme the show is at a moment. Pure; any thread.
namespace lobby::playlist {

struct ThemeChoice {
  std::string theme;
  std::string reason;  ///< The name of a programme or a day, «mourning», «night»; empty where the config's own rules.
  bool operator==(const ThemeChoice&) const = default;
};

/// The theme of a moment, given the banners that hang then. The first of these that holds decides:
/// 1. mourning: the mood of the show, or a banner of that tone;
/// 2. `theme` alone, while nobody knows whether a mourning has begun (`restrained_at`);
/// 3. the programme that rules with a theme;
/// 4. the day: solemn where one of its banners remembers the dead on this very day; festive where one celebrates a
///    great day, a public holiday or a round year on this very day, or Tết while its banner hangs;
/// 5. the night, where the config has one;
/// 6. `theme`.
ThemeChoice theme_for(const config::Config& config, const std::vector<calendar::Banner>& banners, const Moment& moment);

/// The same with the banners that the config hangs at the moment.
ThemeChoice theme_at(const config::Config& config, const Moment& moment);

/// The next edge of the night after a moment; nothing where the config has none.
std::optional<WallTime> night_changes_at(const config::Config& config, const Moment& moment);

/// The theme that comes with the player and stands in for one that cannot be used.
std::string stand_in_for(const config::Config& config, const std::string& theme);
/// The same where only the names of the config's own theme and of that for mourning are at hand.
std::string stand_in_for(const std::string& usual, const std::string& mourning, const std::string& theme);

/// Every theme that `theme_at` may ever give for a config, the config's own first, each once.
std::vector<std::string> themes_of(const config::Config& config);

}  // namespace lobby::playlist
