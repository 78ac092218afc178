#pragma once

#include <chrono>
#include <cstddef>

#include "base/clock.h"
#include "config/config.h"
#include "playlist/show.h"

namespace lobby::playlist {

/// Whose turn it is in a show, since when, and for how long. Steady time: a jump of the wall clock changes no dwell.
struct Turn {
  std::size_t position = 0;  ///< In Show::order.
  SteadyTime began;
  std::chrono::milliseconds dwell{};
  bool operator==(const Turn&) const = default;
};

/// How long a slide with so many words stays.
std::chrono::milliseconds dwell_for(int words, const config::Dwell& dwell);

const Slide& current_slide(const Show& show, const Turn& turn);

/// The position that follows.
std::size_t next_position(const Show& show, std::size_t position);

/// The moment at which the turn ends.
SteadyTime ends_at(const Turn& turn);

/// 0 at the beginning of the turn, 1 at its end.
double progress(const Turn& turn, SteadyTime now);

/// The turn goes on in a rebuilt show: at the same slide where it is still there (the occurrence nearest to the old
/// position), else at the slide that comes after the nearest one that is, else at the beginning. The caller learns from
/// `current_slide` whether the picture must change.
Turn carried_over(const Show& before, const Turn& turn, const Show& after);

}  // namespace lobby::playlist
