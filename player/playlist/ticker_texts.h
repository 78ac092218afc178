#pragma once

#include <string>
#include <vector>

#include "content/snapshot.h"
#include "playlist/show.h"

// What runs under the slides. Pure; any thread.
namespace lobby::playlist {

/// What the ticker of a config says at a moment: its texts, then the newest headlines, each once; one of more
/// than 300 letters ends early, in «…» after a whole word. Empty where there is
/// no ticker: none is configured, nothing is to move, the show is in mourning or may be, or urgent notices stand alone.
std::vector<std::string> ticker_texts(const content::Snapshot& snapshot, const Moment& moment);

/// Whether something that a ticker may have said is still true to its source: a headline that was taken back or changed
/// is not, one that is only older than those that run now is.
bool is_still_said(const std::string& text, const content::Snapshot& snapshot);

}  // namespace lobby::playlist
