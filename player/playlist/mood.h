#pragma once

#include <vector>

#include "config/config.h"
#include "playlist/show.h"
#include "playlist/slide.h"

namespace lobby::playlist {

/// What the whole show is in; a theme may be chosen by it.
enum class Mood { normal, mourning };

/// The mood of a moment. A mourning with from or until needs a clock that is believed: a house must not mourn by
/// mistake. Without either it holds by itself.
Mood mood_at(const config::Config& config, const Moment& moment);

/// Whether nothing festive may be shown: in mourning, on a day of mourning among the anniversaries, and where a
/// mourning with a time is configured and nobody knows whether it has begun. Then photos, celebrations, the weather and
/// pictures of news are left out, and only the look stays normal.
bool restrained_at(const config::Config& config, const Moment& moment);

/// What may be shown of `slides` while the show is restrained: notices, days of mourning, and news without pictures.
std::vector<Slide> restrained(std::vector<Slide> slides);

/// The slide that says what is mourned; none where the config has no text for it, or at another time.
std::vector<Slide> mourning_slides(const config::Config& config, const Moment& moment);

}  // namespace lobby::playlist
