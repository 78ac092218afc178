#include "app/passage.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace lobby::app {

namespace {

/// Slow at both ends, so that neither slide seems to jump.
double eased(double progress) { return 0.5 - 0.5 * std::cos(std::numbers::pi * progress); }

}  // namespace

Passage::Passage(stage::Presenter& presenter, FrameReport& report, const stage::Canvas& from, const stage::Canvas& to,
                 std::chrono::milliseconds duration, SteadyTime now)
    : presenter_(presenter),
      report_(report),
      duration_(duration),
      pace_(now, presenter.refresh_rate()),
      last_frame_(now) {
  presenter_.prepare_fade(from, to);
}

bool Passage::step(SteadyTime now) {
  using std::chrono::duration_cast;
  using std::chrono::microseconds;
  if (now > last_frame_) {
    report_.add_frame(duration_cast<microseconds>(now - last_frame_), duration_cast<microseconds>(pace_.period()));
  }
  last_frame_ = now;
  const std::chrono::duration<double> seen = pace_.seen_after(pace_.next_frame(now));
  const double progress = seen / std::chrono::duration<double>(duration_);
  if (progress >= 1) return false;
  presenter_.fade(eased(progress));
  return true;
}

SteadyTime Passage::next_call(SteadyTime now) const {
  return presenter_.paced() ? now : std::max(now, pace_.next_beat());
}

}  // namespace lobby::app
