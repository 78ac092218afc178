#include "show/show_loop.h"

#include <algorithm>

#include "base/log.h"
#include "show/manner.h"

namespace lobby::show {

ShowLoop::ShowLoop(stage::Presenter& presenter, const theme::WardrobeBox& wardrobes, const SnapshotBox& snapshots,
                   const host::ClockJudge& judge, DecodeThread& decoder, FrameReport& report)
    : presenter_(presenter),
      wardrobes_(wardrobes),
      snapshots_(snapshots),
      judge_(judge),
      decoder_(decoder),
      report_(report),
      beat_(presenter, report),
      ticker_(presenter),
      drift_(presenter, beat_),
      size_(presenter.size()) {}

SteadyTime ShowLoop::turn(const Clock& clock) {
  wall_ = clock.wall();
  steady_ = clock.steady();
  panel_.begin(steady_);
  const bool frame_is_due = beat_.turn(steady_);
  if (frame_is_due) ticker_.step(beat_.frame());
  if (frame_is_due && current_) drift_.step(*current_);
  take_pictures();
  if (!passage_ || must_cut()) {
    stand();
  } else if (frame_is_due && !passage_->step()) {
    cut();
  }
  presenter_.show_overlay();
  passage_ || ticker_.runs() || drift_.runs() ? beat_.begin(steady_) : beat_.rest();
  return next_call();
}

/// A turn in which no slide gives way to another one.
void ShowLoop::stand() {
  if (passage_) cut();
  judge_clock();
  take_snapshot();
  if (!snapshot_) return;
  if (std::exchange(comes_back_, false) && replace_now_) {
    ticker_.end();
    current_.reset();  // It ended while nobody saw it.
  }
  if (presenter_.size() != size_) {
    size_ = presenter_.size();
    rebuild_show();  // Photos stand in pairs by the shape of the screen.
    replace_now_ = true;
    begin(turn_.position);
  }
  change_sides();
  keep_clock();
  if (exposed_) presenter_.forget();
  if (exposed_) present();  // Before anything that takes long.
  prepare_next();
  if (pending_) pending_->finish(*snapshot_->config);
  if (pending_ && current_) pending_->bring(presenter_, beat_.goes());
  if (current_ && !prepares()) drift_.follow(*current_, steady_, arrivals_.ends_at(show_, turn_));
  start_transition();
}

void ShowLoop::display_changed() {
  exposed_ = comes_back_ = true;
  if (passage_) cut();
  drift_.end();
  (current_ && fits(*current_, presenter_.size())) ? ticker_.follow(*current_, *snapshot_->config) : ticker_.end();
}

scene::Surroundings ShowLoop::surroundings() const {
  auto around = surroundings_of(*snapshot_, moment());
  around.strip = strip_side_;
  return around;
}

void ShowLoop::judge_clock() {
  const auto doubt = judge_.doubt(wall_, steady_);
  if (clock_believed_ == doubt.empty()) return;
  clock_believed_ = doubt.empty();
  if (clock_believed_) log::info("the clock is right; dates and times are shown again");
  if (!clock_believed_) log::warning("{}; dates and times are hidden until that is clear", doubt);
}

std::optional<Date> ShowLoop::today() const {
  const auto now = moment().local(snapshot_->config->screen.timezone);
  return now ? std::optional(now->date) : std::nullopt;
}

void ShowLoop::take_snapshot() {
  auto newest = snapshots_.get();
  if (!newest) return;
  const bool dressed_anew = dresser_.take(wardrobes_.get(), newest->config);
  if (!dresser_.serves(newest->config)) return;  // The wardrobe of a still newer config came first.
  const bool edited = snapshot_ && (dressed_anew || newest->config != snapshot_->config);
  if (newest != snapshot_ || dressed_anew) {
    snapshot_ = std::move(newest);
    rebuild_show();
    if (edited) show_edits();
  } else if ((arrived_end_ && steady_ >= *arrived_end_) || wall_ < show_built_ || today() != show_day_ ||
             (show_changes_ && wall_ >= *show_changes_)) {
    rebuild_show();
  }
}

bool ShowLoop::stands_right(const Shown& shown) const {
  return shown.rotate == snapshot_->config->screen.rotate &&
         !looks_otherwise(shown.frame.composition, dresser_.dress(), surroundings(), layout_size());
}

/// What was saved is seen at once, where it changes what stands.
void ShowLoop::show_edits() {
  if (!current_ || replace_now_) return;
  replace_now_ = !stands_right(*current_);
  if (replace_now_) return begin(turn_.position);
  clock_shown_.reset();  // The strip may say something else.
}

/// Whether a composition of another day, or with other movement, would be another one now.
bool ShowLoop::is_outdated(const Composition& composition) const {
  const auto around = surroundings();
  const bool ticks = ticker_of(*composition.dress, around, layout_size()).has_value();
  if (composition.ticker.has_value() != ticks ||
      composition.drift != drift_of(composition, *snapshot_->config, decoder_.pool()))
    return true;
  if (composition.day == today()) return false;
  return compose(composition.slide, *composition.dress, around, layout_size()).scene != composition.scene;
}

void ShowLoop::replace_outdated_scenes() {
  const auto* standing = current_ ? &current_->frame.composition : nullptr;
  if (standing != nullptr && (is_outdated(*standing) || dresser_.must_change(*standing, show_))) {
    replace_now_ = true;
    begin(turn_.position);
  } else if (pending_ && (is_outdated(pending_->composition) || !dresser_.fits(pending_->composition))) {
    begin(pending_->position);
  }
}

void ShowLoop::rebuild_show() {
  show_built_ = wall_;
  show_day_ = today();
  show_changes_ = playlist::changes_at(*snapshot_, moment());
  arrived_end_ = playlist::arrived_end(*snapshot_, moment());
  dresser_.choose(*snapshot_->config, moment());
  ticker_.take(*snapshot_, moment());
  auto show = playlist::build_show(*snapshot_, moment(), playlist::orientation_of(layout_size()));
  if (show == show_) return replace_outdated_scenes();
  if (!current_) {
    show_ = std::move(show);
    turn_ = {};
    // At the start sources come one after the other: what is first all the while is prepared once.
    const auto first = bad_pictures_.usable(playlist::current_slide(show_, turn_), steady_);
    if (pending_ && (pending_->position > 0 || first != pending_->composition.slide)) pending_.reset();
    return replace_outdated_scenes();
  }
  arrivals_.note(show_, show, *snapshot_->config);
  turn_ = playlist::carried_over(show_, turn_, show);
  show_ = std::move(show);
  pending_.reset();
  const auto due = bad_pictures_.usable(playlist::current_slide(show_, turn_), steady_);
  replace_now_ = due != current_->frame.composition.slide || (replace_now_ && !stands_right(*current_));
  replace_now_ ? begin(turn_.position) : replace_outdated_scenes();
}

void ShowLoop::take_pictures() {
  while (auto decoded = decoder_.take()) {
    report_.add_decode(decoded->took);
    if (!pending_ || decoded->ticket != pending_->ticket) continue;
    if (decoded->pixels) {
      pending_->take(std::move(*decoded));
      continue;
    }
    const std::string file = decoded->bad_file;
    const auto& error = decoded->pixels.error();
    if (bad_pictures_.note(file, error, steady_)) log::warning("a picture is left out: {}: {}", file, error.message);
    begin(pending_->position);
  }
}

void ShowLoop::prepare_next() {
  if (pending_) return;
  if (!current_) return begin(turn_.position);
  if (show_.order.size() > 1 && steady_ >= prepares_at()) begin(arrivals_.next(show_, turn_.position));
}

void ShowLoop::begin(std::size_t position) {
  for (std::size_t tried = 0; tried < show_.order.size(); ++tried) {
    if (const auto slide = bad_pictures_.usable(show_.slides[show_.order[position]], steady_)) {
      return prepare(*slide, position);
    }
    arrivals_.drop(show_.slides[show_.order[position]].id);
    position = playlist::next_position(show_, position);
  }
  prepare({"standby", playlist::StandbySlide{}}, 0);
}

void ShowLoop::prepare(const playlist::Slide& slide, std::size_t position) {
  auto composition = compose(slide, dresser_.dress(), surroundings(), layout_size());
  pending_ = pending_for(std::move(composition), *snapshot_->config, decoder_.pool(), ticker_.runs());
  pending_->position = position;
  pending_->order(decoder_, tickets_);
}

void ShowLoop::keep_clock() {
  auto now = snapshot_->config->screen.timezone.local(wall_);
  now.second = {};
  if (!moment().date_known) now = {};
  // A slide that stands for long wanders with the minutes.
  const bool wanders = current_ && steady_ - turn_.began > std::chrono::minutes(1) && offset() != offset_;
  if (clock_shown_ == now && !wanders) return;
  clock_shown_ = now;
  if (!current_) return;
  renew_strip(*current_, surroundings());
  if (!fits(*current_, presenter_.size())) return exposed();
  drift_.catch_up(*current_);
  if (wanders) presenter_.set_offset(offset_ = offset());
  const bool whole = wanders || !current_->device.empty();
  presenter_.show(current_->canvas(), whole ? std::nullopt : std::optional(current_->frame.strip_area));
}

/// The strip changes sides with the next slide; where there is no other, the slide that stands comes anew.
void ShowLoop::change_sides() {
  const auto side = panel_.strip_side(snapshot_->config->panel_care, steady_);
  if (side == strip_side_) return;
  strip_side_ = side;
  const bool alone = current_ && show_.order.size() <= 1;
  replace_now_ = replace_now_ || alone;
  if (pending_ || alone) begin(alone ? turn_.position : pending_->position);
}

void ShowLoop::present() {
  exposed_ = false;
  if (!current_) return;
  if (!fits(*current_, presenter_.size())) return presenter_.show(stand_in(*current_, presenter_.size()));
  drift_.catch_up(*current_);
  presenter_.show(current_->canvas());
}

void ShowLoop::start_transition() {
  if (!pending_ || !pending_->shown) return;
  if (current_ && !replace_now_ && steady_ < arrivals_.ends_at(show_, turn_)) return;
  renew_strip(*pending_->shown, surroundings());
  const bool urgent = replace_now_ && playlist::is_overridden(*snapshot_, moment());
  offset_ = offset();
  if (urgent || !current_ || current_->canvas().size() != pending_->shown->canvas().size()) return settle();
  auto manner = manner_towards(pending_->shown->frame, current_->frame, *snapshot_->config);
  if (!manner) return settle();
  manner->offset = offset_;
  drift_.leave(*current_);
  ticker_.hand_over(*current_, *pending_->shown);
  beat_.begin(steady_);
  passage_.emplace(presenter_, beat_, current_->side(), pending_->shown->side(), *manner);
}

/// What is urgent waits for no fade.
bool ShowLoop::must_cut() const {
  const auto newest = snapshots_.get();
  return newest != snapshot_ && newest && playlist::is_overridden(*newest, moment());
}

void ShowLoop::cut() {
  passage_.reset();
  settle();
}

/// What was pending is on screen from now on.
void ShowLoop::settle() {
  if (!pending_ || !pending_->shown) return;
  drift_.end();
  current_ = std::move(pending_->shown);
  arrivals_.shown(show_, turn_.position, pending_->position);
  turn_ = {pending_->position, steady_, current_->dwell};
  pending_.reset();
  replace_now_ = false;
  presenter_.set_offset(offset_);
  ticker_.follow(*current_, *snapshot_->config);
  if (!comes_back_) present();
  report_.count_slide();
  report_.count_content(std::chrono::steady_clock::now());
  log::debug("slide {}: {}", current_->frame.composition.slide.kind(), on_screen());
}

SteadyTime ShowLoop::next_call() const {
  if (beat_.goes()) return beat_.next_call(steady_);
  if (!current_ && !pending_) return steady_ + std::chrono::hours(1);
  const auto second_of_minute = wall_.time_since_epoch() % std::chrono::minutes(1);
  SteadyTime next = steady_ + std::chrono::minutes(1) - second_of_minute;
  if (show_changes_) next = std::min(next, steady_ + std::max(*show_changes_ - wall_, std::chrono::seconds(0)));
  if (arrived_end_) next = std::min(next, *arrived_end_);
  if (!pending_) return current_ && show_.order.size() > 1 ? std::min(next, std::max(steady_, prepares_at())) : next;
  if (pending_->shown) next = current_ ? std::min(next, arrivals_.ends_at(show_, turn_)) : steady_;
  return next;
}

}  // namespace lobby::show
