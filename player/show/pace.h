#pragma once

#include <chrono>
#include <cstdint>

#include "base/clock.h"

namespace lobby::show {

/// Numbers the frames of something that moves by the periods of a display, so that equal steps lie between frames that
/// are seen at equal distances, whatever the moment at which each was drawn. It follows the display's own beat, which
/// is never exactly the rate that it names (59.94 for 60, 23.976 for 24).
class Pace {
 public:
  Pace(SteadyTime began, double refresh_rate);

  /// The number of the period in which a frame that is drawn now is seen, counted from 1. It grows with every call, by
  /// more than one where periods went by without a frame.
  std::int64_t next_frame(SteadyTime now);
  /// How long after the beginning the frame of that number is seen.
  std::chrono::nanoseconds seen_after(std::int64_t frame) const { return period_ * frame; }
  /// When the frame after the last one should be drawn, where the display does not wait by itself.
  SteadyTime next_beat() const { return beat_ + period_; }
  std::chrono::nanoseconds period() const { return period_; }

 private:
  std::chrono::nanoseconds period_;
  SteadyTime beat_;  ///< Where the last frame lies in the display's beat, free of the jitter of our own clock.
  std::int64_t frame_ = 0;
};

}  // namespace lobby::show
