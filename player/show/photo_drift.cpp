#include "show/photo_drift.h"

#include <algorithm>

#include "playlist/turn.h"
#include "scene/build_scene.h"
#include "stage/transition.h"

namespace lobby::show {

namespace {

using Seconds = std::chrono::duration<double>;

/// A way takes so long. A turn that is shorter has none.
constexpr Seconds shortest(2);
constexpr Seconds longest(20);
/// What is left of a turn when the picture stands again.
constexpr std::chrono::milliseconds rest(500);
/// What the next slide may take until it is ready.
constexpr std::chrono::milliseconds patience(1500);
/// After a pause of so many periods, when the machine was held up, the way goes on from where it was.
constexpr std::int64_t pause = 15;

/// One speed but for the beginning and the end, where it comes and goes.
double travelled(double time) {
  constexpr double ramp = 0.2;
  if (time > 1 - ramp) return 1 - travelled(1 - time);
  return time < ramp ? time * time / (2 * ramp * (1 - ramp)) : (time - ramp / 2) / (1 - ramp);
}

}  // namespace

int drift_of(const Composition& composition, const config::Config& config, const PixelPool& pool) {
  const bool is_photo = std::holds_alternative<playlist::PhotoSlide>(composition.slide.what);
  const bool is_calm = config.movement.calm || composition.dress->theme.calm.value_or(false);
  if (config.movement.drift == 0 || !is_photo || is_calm || !pool.drifts) return 0;
  const auto pictures = composition.scene.pictures();
  if (pictures.size() != 1 || pictures.front().fit != scene::PictureFit::cover) return 0;
  // A strip that is no bar may lie over the picture, and changes with the minute.
  const Size screen = composition.scene.size;
  const Rect strip = intersection(scene::bounds(composition.strip), {0, 0, screen.width, screen.height});
  if (!intersection(strip, stage::body_beside(strip, screen)).empty()) return 0;
  const auto dwell = playlist::dwell_for(composition.scene.words(), config.dwell);
  return dwell >= shortest + patience + rest ? config.movement.drift : 0;
}

void PhotoDrift::follow(const Shown& shown, SteadyTime now, SteadyTime until) {
  const Seconds time = until - rest - now;
  if (duration_.count() > 0 || !shown.frame.drifting || time < shortest) return;
  duration_ = std::min(time, longest);
}

void PhotoDrift::step(Shown& shown) {
  const auto& drifting = shown.frame.drifting;
  if (!runs() || !drifting) return;
  const std::int64_t frame = beat_.frame();
  if (!last_turn_) first_frame_ = frame;
  const std::int64_t passed = frame - last_turn_.value_or(frame);
  if (passed > pause) first_frame_ += passed - 1;
  last_turn_ = frame;
  // A display that is waited for shows every frame; elsewhere thirty a second look as even at so slow a pace.
  constexpr double many = 48;
  const int periods = !presenter_.paced() && presenter_.refresh_rate() >= many ? 2 : 1;
  if (share_ > 0 && frame - last_frame_ < periods) return;
  last_frame_ = frame;
  share_ = travelled(std::min(1.0, Seconds(beat_.period() * (frame - first_frame_)) / duration_));
  if (share_ < 1) return presenter_.show_drift(shown.canvas(), drifting->drift, share_);
  shown.frame.under_texts = drifting->under_texts;
  show_frame(shown);
}

/// From now on what is on screen is the frame's own.
void PhotoDrift::show_frame(Shown& shown) {
  catch_up(shown);
  if (const auto& drifting = shown.frame.drifting) presenter_.show(shown.canvas(), drifting->drift.area);
}

void PhotoDrift::catch_up(Shown& shown) const {
  const auto& drifting = shown.frame.drifting;
  if (share_ > 0 && drifting) stage::draw_drift(drifting->drift, share_, shown.canvas());
}

void PhotoDrift::leave(Shown& shown) {
  left_ = true;
  if (share_ <= 0 || share_ >= 1) return;
  shown.frame.under_texts.clear();
  show_frame(shown);
}

void PhotoDrift::end() {
  duration_ = {};
  last_turn_.reset();
  share_ = 0;
  left_ = false;
}

}  // namespace lobby::show
