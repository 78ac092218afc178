#include "show/beat.h"

#include <algorithm>

namespace lobby::show {

void Beat::begin(SteadyTime now) {
  if (pace_) return;
  pace_.emplace(now, presenter_.refresh_rate());
  frame_ = 0;
  last_frame_ = now;
}

bool Beat::turn(SteadyTime now) {
  using std::chrono::duration_cast;
  using std::chrono::microseconds;
  if (!pace_) return false;
  if (!presenter_.paced() && now + pace_->period() / 2 < pace_->next_beat()) return false;
  if (now > last_frame_) {
    report_.add_frame(duration_cast<microseconds>(now - last_frame_), duration_cast<microseconds>(pace_->period()));
  }
  last_frame_ = now;
  frame_ = pace_->next_frame(now);
  return true;
}

SteadyTime Beat::next_call(SteadyTime now) const {
  if (!pace_ || presenter_.paced()) return now;
  return std::max(now, pace_->next_beat());
}

}  // namespace lobby::show
