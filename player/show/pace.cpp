#include "show/pace.h"

#include <algorithm>
#include <cmath>

namespace lobby::show {

using std::chrono::nanoseconds;

Pace::Pace(SteadyTime began, double refresh_rate)
    : period_(std::llround(1e9 / std::max(1.0, refresh_rate))), beat_(began) {}

std::int64_t Pace::next_frame(SteadyTime now) {
  const nanoseconds since = now - beat_;
  const auto periods = std::max<std::int64_t>(
      1, std::llround(static_cast<double>(since.count()) / static_cast<double>(period_.count())));
  // The first frame finds the beat. Later ones correct it a little: enough to follow a display that names its rate in
  // whole numbers, too little to follow the jitter of a busy machine.
  constexpr int share = 10;
  const SteadyTime expected = beat_ + period_ * periods;
  beat_ = frame_ == 0 ? now : expected + (now - expected) / share;
  frame_ += periods;
  return frame_;
}

}  // namespace lobby::show
