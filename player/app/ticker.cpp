#include "app/ticker.h"

#include <algorithm>
#include <cmath>

#include "playlist/ticker_texts.h"

namespace lobby::app {

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

bool Ticker::goes_on_under(const Composition& composition, const config::Config& config) const {
  return line_ && composition.ticker == look_ && composition.dress == dress_ && config.screen.rotate == rotate_;
}

void Ticker::begin(const Composition& composition, const config::Config& config) {
  end();
  if (!composition.ticker) return;
  look_ = composition.ticker;
  dress_ = composition.dress;
  rotate_ = config.screen.rotate;
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

void Ticker::follow(const Composition& composition, const config::Config& config) {
  if (!composition.ticker || !config.ticker) return end();
  if (!goes_on_under(composition, config)) begin(composition, config);
  step_ = pixels_per_period(config.ticker->speed, composition.scene.size, presenter_.refresh_rate());
}

void Ticker::hand_over(stage::Canvas& leaving, const Composition& next, const config::Config& config) {
  if (!line_ || goes_on_under(next, config)) return;
  stage::draw_overlay(line_->overlay(), {}, {leaving.row(0), leaving.size().width, leaving.size()});
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

}  // namespace lobby::app
