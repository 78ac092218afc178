#pragma once

#include <optional>
#include <vector>

#include "config/config.h"
#include "playlist/show.h"
#include "playlist/slide.h"

namespace lobby::playlist {

/// The slides of the placards of a kind that hang at a moment; none for a kind of something else.
std::vector<Slide> placard_slides(config::PlaylistKind kind, const config::Config& config, const Moment& moment);

/// The next moment within a day at which `placard_slides` may give others; nothing: none, or the clock is not known.
std::optional<WallTime> placards_change_at(const config::Config& config, const Moment& moment);

}  // namespace lobby::playlist
