#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "base/clock.h"
#include "base/geometry.h"
#include "content/snapshot.h"
#include "playlist/slide.h"

namespace lobby::playlist {

/// The rotation for a moment in time: its slides, each once, and the order in which they take turns. An order names
/// every slide at least once and never the same slide twice in a row unless it is the only one. Never empty.
struct Show {
  std::vector<Slide> slides;
  std::vector<std::size_t> order;
  bool operator==(const Show&) const = default;
};

/// What an operator's clock allows: without a date nothing that depends on one is shown.
struct Moment {
  WallTime time;
  bool date_known = true;
  SteadyTime steady = {};
  /// The date and time in the lobby; nothing where they are not known.
  std::optional<LocalTime> local(const TimeZone& zone) const {
    return date_known ? std::optional(zone.local(time)) : std::nullopt;
  }
  /// From `from` on and before `until`, each where there is one. What has neither needs no clock;
  /// what has one is nowhere while the clock is not known.
  bool lies_between(const std::optional<WallTime>& from, const std::optional<WallTime>& until) const {
    if (!from && !until) return true;
    return date_known && (!from || *from <= time) && (!until || time < *until);
  }
};

/// How the screen stands that the show is for.
enum class Orientation { landscape, portrait };
inline Orientation orientation_of(Size screen) {
  return screen.width < screen.height ? Orientation::portrait : Orientation::landscape;
}

/// The show for a moment: of the playlist of the programme that rules then. Its steps repeat until every headline and
/// photo has had its turn, so a step {headlines: 5} shows the next five each time round. Urgent notices stand alone
/// while they last. What has expired is left out, whether its source still answers or not.
Show build_show(const content::Snapshot& snapshot, const Moment& moment, Orientation screen = Orientation::landscape);

/// The next moment at which `build_show` may give another show for the same snapshot, or `theme_at` another theme;
/// nothing: never.
std::optional<WallTime> changes_at(const content::Snapshot& snapshot, const Moment& moment);

/// The next moment of steady time at which a notice that came by itself ends; nothing: never.
std::optional<SteadyTime> arrived_end(const content::Snapshot& snapshot, const Moment& moment);

/// Whether urgent notices stand alone at that moment.
bool is_overridden(const content::Snapshot& snapshot, const Moment& moment);

}  // namespace lobby::playlist
