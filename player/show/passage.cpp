#include "show/passage.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace lobby::show {

namespace {

/// Of a fade, for the texts of each side.
constexpr double text_share = 0.25;

/// Slow at both ends, so that neither slide seems to jump.
double eased(double progress) { return 0.5 - 0.5 * std::cos(std::numbers::pi * std::clamp(progress, 0.0, 1.0)); }

}  // namespace

Passage::Passage(stage::Presenter& presenter, const Beat& beat, const Side& from, const Side& to, const Manner& manner)
    : presenter_(presenter), beat_(beat), from_(from), to_(to), manner_(manner), first_frame_(beat.frame()) {
  const bool in_turn = manner.route.kind == stage::TransitionKind::fade;
  if (in_turn && !from.under_texts.empty()) {
    leave_ = text_share;
    leaving_.emplace(from.canvas, from.under_texts);
  }
  if (in_turn && !to.under_texts.empty()) arrive_ = 1 - text_share;
  if (!leaving_) enter(Phase::crossing);
}

Passage::~Passage() {
  if (arriving_) arriving_->show(1);
}

void Passage::enter(Phase phase) {
  phase_ = phase;
  if (phase == Phase::arriving) {
    whole_shown_ = false;
    return;
  }
  if (leaving_) leaving_->show(0);
  leaving_.reset();
  if (arrive_ < 1) arriving_.emplace(to_.canvas, to_.under_texts);
  if (arriving_) arriving_->show(0);
  presenter_.set_offset(manner_.offset);
  presenter_.prepare_transition(from_.canvas, to_.canvas, manner_.ground);
}

bool Passage::step() {
  const std::chrono::duration<double> seen = beat_.period() * (beat_.frame() - first_frame_);
  const double progress = seen / std::chrono::duration<double>(manner_.duration);
  if (progress >= 1) return false;
  draw(progress);
  return true;
}

void Passage::draw(double progress) {
  if (phase_ == Phase::leaving && progress >= leave_) enter(Phase::crossing);
  if (phase_ == Phase::crossing && progress >= arrive_) enter(Phase::arriving);
  if (phase_ == Phase::leaving && leaving_) {
    draw_texts(*leaving_, 1 - eased(progress / leave_));
  } else if (phase_ == Phase::arriving && arriving_) {
    draw_texts(*arriving_, eased((progress - arrive_) / (1 - arrive_)));
  } else {
    const double crossed = eased((progress - leave_) / (arrive_ - leave_));
    presenter_.show_moment(stage::patches_at(manner_.route, to_.canvas.size(), crossed));
  }
}

void Passage::draw_texts(TextLayer& texts, double share) {
  texts.show(share);
  const Canvas& canvas = phase_ == Phase::leaving ? from_.canvas : to_.canvas;
  presenter_.show(canvas, whole_shown_ ? std::optional(texts.area()) : std::nullopt);
  whole_shown_ = true;
}

}  // namespace lobby::show
