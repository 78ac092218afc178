#include "app/photo_drift.h"

#include <algorithm>

namespace lobby::app {

namespace {

using Seconds = std::chrono::duration<double>;

constexpr Seconds shortest(2);
constexpr Seconds longest(20);
/// What is left of a turn when the picture stands again.
constexpr std::chrono::milliseconds rest(500);

/// One speed but for the beginning and the end, where it comes and goes.
double travelled(double time) {
  constexpr double ramp = 0.2;
  if (time > 1 - ramp) return 1 - travelled(1 - time);
  return time < ramp ? time * time / (2 * ramp * (1 - ramp)) : (time - ramp / 2) / (1 - ramp);
}

}  // namespace

void PhotoDrift::follow(const Shown& shown, SteadyTime now, SteadyTime until) {
  const Seconds time = until - rest - now;
  if (duration_.count() > 0 || !shown.frame.drifting || time < shortest) return;
  duration_ = std::min(time, longest);
}

void PhotoDrift::step(Shown& shown) {
  if (!runs()) return;
  const std::int64_t frame = beat_.frame();
  if (!first_frame_) first_frame_ = frame;
  const Seconds passed = beat_.period() * (frame - *first_frame_);
  if (passed >= duration_) return arrive(shown);
  // A display that is waited for shows every frame; elsewhere thirty a second look as even at so slow a pace.
  constexpr double many = 48;
  const bool needless = !presenter_.paced() && presenter_.refresh_rate() >= many && (frame - *first_frame_) % 2 != 0;
  if (needless) return;
  share_ = travelled(passed / duration_);
  presenter_.show_drift(shown.canvas(), shown.frame.drifting->drift, share_);
}

void PhotoDrift::arrive(Shown& shown) {
  share_ = 1;
  leave(shown);
}

void PhotoDrift::catch_up(Shown& shown) const {
  if (share_ > 0) stage::draw_drift(shown.frame.drifting->drift, share_, shown.canvas());
}

void PhotoDrift::leave(Shown& shown) {
  if (share_ <= 0 || !shown.frame.drifting) return;
  catch_up(shown);
  if (share_ < 1) {
    shown.frame.under_texts.clear();
  } else {
    shown.frame.under_texts = shown.frame.drifting->under_texts;
  }
  presenter_.show(shown.canvas(), shown.frame.drifting->drift.area);
}

void PhotoDrift::end() {
  duration_ = {};
  first_frame_.reset();
  share_ = 0;
}

}  // namespace lobby::app
