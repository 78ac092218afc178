#include "show/ticker.h"

#include <algorithm>
#include <cmath>

#include "playlist/ticker_texts.h"

namespace lobby::show {

int pixels_per_period(int speed, Size screen, double refresh_rate) {
  constexpr double usual_side = 1080;
  const double a_second = speed * config::unit_of(screen) / usual_side;
  return std::max(1, static_cast<int>(std::lround(a_second / std::max(1.0, refresh_rate))));
}

void Ticker::take(const content::Snapshot& snapshot, const playlist::Moment& moment) {
  texts_ = playlist::ticker_texts(snapshot, moment);
  if (!line_) return;
  line_->say(texts_, [&](const std::string& text) { return playlist::is_still_said(text, snapshot); });
  presenter_.lay(&line_->overlay());
}

bool Ticker::goes_on_under(const Shown& shown) const {
  const Composition& composition = shown.frame.composition;
  return line_ && composition.ticker == look_ && composition.dress == dress_ && shown.rotate == rotate_;
}

void Ticker::begin(const Shown& shown) {
  end();
  const Composition& composition = shown.frame.composition;
  if (!composition.ticker) return;
  look_ = composition.ticker;
  dress_ = composition.dress;
  rotate_ = shown.rotate;
  frame_.reset();
  line_.emplace(*composition.ticker, *dress_->fonts, composition.scene.size, rotate_);
  line_->say(texts_, [](const std::string&) { return true; });
  presenter_.lay(&line_->overlay());
}

void Ticker::end() {
  if (!line_) return;
  presenter_.lay(nullptr);
  line_.reset();
  dress_ = {};
}

void Ticker::follow(const Shown& shown, const config::Config& config) {
  const Composition& composition = shown.frame.composition;
  if (!composition.ticker || !config.ticker) return end();
  if (!goes_on_under(shown)) begin(shown);
  step_ = pixels_per_period(config.ticker->speed, composition.scene.size, presenter_.refresh_rate());
}

void Ticker::hand_over(Shown& leaving, const Shown& next) {
  if (!line_ || goes_on_under(next)) return;
  Canvas& canvas = leaving.canvas();
  stage::draw_overlay(line_->overlay(), {}, {canvas.row(0), canvas.size().width, canvas.size()});
  end();
}

void Ticker::step(std::int64_t frame) {
  if (!line_) return;
  const std::int64_t periods = frame - frame_.value_or(frame);
  frame_ = frame;
  if (periods <= 0) return;
  line_->move_by(static_cast<int>(periods) * step_);
  presenter_.lay(&line_->overlay());
}

}  // namespace lobby::show
