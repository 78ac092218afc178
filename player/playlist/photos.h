#pragma once

#include <vector>

#include "base/geometry.h"
#include "content/snapshot.h"
#include "playlist/show.h"
#include "playlist/slide.h"

// Photos as slides: alone, in pairs, in series. Pure; any thread.
namespace lobby::playlist {

/// By a clock that is not known nothing expires.
bool expired(const std::optional<WallTime>& expires, const Moment& moment);

/// A slide for each photo that is here and has not expired.
std::vector<Slide> photo_slides(const content::Snapshot& snapshot, const Moment& moment);

/// Slides of photos in which those that follow each other and fill no screen of that orientation stand in pairs, two of
/// the same source. The last of such a run are paired first, so that a new one at its head parts no pair.
std::vector<Slide> paired(std::vector<Slide> photos, Orientation screen);

/// The photos of each story that has several, in the order of the stories and each in that of its article. Those of a
/// story that has expired are none.
std::vector<std::vector<Slide>> series_of(const content::Snapshot& snapshot, const Moment& moment);

}  // namespace lobby::playlist
