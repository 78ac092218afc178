#pragma once

#include <cstddef>
#include <deque>
#include <optional>
#include <string>

#include "base/clock.h"
#include "config/config.h"
#include "playlist/show.h"
#include "playlist/turn.h"

namespace lobby::playlist {

/// Photos that a folder or a stick has just brought. Whoever put them there stands before the screen and waits, so
/// they go before the show's own order, which then goes on where it was left. A pair arrives where one of its photos
/// does; one that only found another partner does not. Pure.
class Arrivals {
 public:
  /// Notes what `after` has and `before` had not, the newest few of many. What left the show waits no longer.
  void note(const Show& before, const Show& after, const config::Config& config);

  /// The slide cannot be shown after all.
  void drop(const std::string& id) { std::erase(queue_, id); }

  /// The position that follows `position`: that of an arrival, or the show's own.
  std::size_t next(const Show& show, std::size_t position) const;

  /// The slide at `position` is on screen now, after that at `before`.
  void shown(const Show& show, std::size_t before, std::size_t position);

  /// When the present slide makes room: soon where an arrival waits, at the end of its turn otherwise. An arrival
  /// itself has its whole turn.
  SteadyTime ends_at(const Show& show, const Turn& turn) const;

 private:
  std::deque<std::string> queue_;         ///< Ids of slides.
  std::optional<std::string> left_at_;    ///< The slide after which the show goes on.
  std::optional<std::string> on_screen_;  ///< The arrival that is on screen.
};

}  // namespace lobby::playlist
