#pragma once

#include <optional>
#include <vector>

#include "content/snapshot.h"
#include "playlist/show.h"
#include "playlist/slide.h"

namespace lobby::playlist {

/// A slide for each forecast that still says something true at a moment. What was measured is now's weather for three
/// hours; a forecast holds for two days, or the `max_age` of its source; days that are over are left out. None where
/// neither now nor today is known, where the forecast lies ahead, and while the clock is not believed.
std::vector<Slide> weather_slides(const content::Snapshot& snapshot, const Moment& moment);

/// The next moment at which `weather_slides` may give others, but for midnight.
std::optional<WallTime> weather_changes_at(const content::Snapshot& snapshot, const Moment& moment);

}  // namespace lobby::playlist
