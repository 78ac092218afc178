#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

#include "base/latest.h"
#include "content/snapshot.h"
#include "host/clock_judge.h"
#include "playlist/arrivals.h"
#include "playlist/turn.h"
#include "show/bad_pictures.h"
#include "show/beat.h"
#include "show/dresser.h"
#include "show/frame_report.h"
#include "show/panel_keeper.h"
#include "show/passage.h"
#include "show/pending.h"
#include "show/photo_drift.h"
#include "show/pulse.h"
#include "show/shown.h"
#include "show/ticker.h"
#include "stage/presenter.h"

namespace lobby::show {

using SnapshotBox = Latest<content::Snapshot>;

/// The render thread's work, one turn at a time: takes the newest snapshot, prepares the next slide while the present
/// one stands, fades once that is complete, and keeps the clock. Never touches disk or network, never waits for them.
class ShowLoop {
 public:
  ShowLoop(stage::Presenter& presenter, const theme::WardrobeBox& wardrobes, const SnapshotBox& snapshots,
           const host::ClockJudge& judge, DecodeThread& decoder, FrameReport& report);

  /// Does what is due now and returns the time at which it wants to be called again at the latest.
  SteadyTime turn(const Clock& clock);
  /// The window lost what it showed, or has another size.
  void exposed() { exposed_ = true; }
  /// The display was opened anew, perhaps in another size, or lit: what stood comes again, if it is still in the show.
  void display_changed();
  /// What is on screen, for status lines: the slide's title, else its kind; empty before the first frame.
  std::string_view on_screen() const { return current_ ? current_->title : std::string_view(); }
  bool showing() const { return current_.has_value(); }
  /// Says how the show is, once something shows.
  void tell(Pulse& pulse) const {
    if (current_) pulse.shows(*snapshot_, !replace_now_ && current_->frame.composition.slide.kind() != "standby");
  }

 private:
  void stand();
  void judge_clock();
  void take_snapshot();
  bool stands_right(const Shown& shown) const;  ///< It would be made and hung now as it was.
  void show_edits();
  void rebuild_show();
  void replace_outdated_scenes();
  void take_pictures();
  void prepare_next();
  void begin(std::size_t position);
  void prepare(const playlist::Slide& slide, std::size_t position);
  bool prepares() const { return pending_ ? !pending_->shown : show_.order.size() > 1; }
  void present();
  void start_transition();
  void settle();
  bool must_cut() const;
  void cut();
  stage::Offset offset() const { return panel_.offset(snapshot_->config->panel_care, steady_); }
  void keep_clock();
  void change_sides();
  SteadyTime next_call() const;
  /// Not sooner than the next slide must be, for a frame takes 8 MiB; but a drift begins when that is ready.
  SteadyTime prepares_at() const {
    return snapshot_->config->movement.drift > 0 ? steady_ : arrivals_.ends_at(show_, turn_) - std::chrono::seconds(5);
  }
  Size layout_size() const { return turned(size_, snapshot_->config->screen.rotate); }
  playlist::Moment moment() const { return {wall_, clock_believed_, steady_}; }
  scene::Surroundings surroundings() const;
  std::optional<Date> today() const;
  bool is_outdated(const Composition& composition) const;

  stage::Presenter& presenter_;
  const theme::WardrobeBox& wardrobes_;
  Dresser dresser_;
  const SnapshotBox& snapshots_;
  const host::ClockJudge& judge_;
  DecodeThread& decoder_;
  FrameReport& report_;

  WallTime wall_;
  SteadyTime steady_;
  PanelKeeper panel_;
  scene::StripSide strip_side_{};  ///< Of what is prepared.
  stage::Offset offset_;           ///< Of what is on screen, or on its way there.
  std::shared_ptr<const content::Snapshot> snapshot_;
  bool clock_believed_ = true;
  WallTime show_built_;
  std::optional<Date> show_day_;  ///< Nothing where the clock was not believed.
  std::optional<WallTime> show_changes_;
  std::optional<SteadyTime> arrived_end_;  ///< When a notice that came by itself ends.
  playlist::Show show_;
  playlist::Turn turn_;
  playlist::Arrivals arrivals_;
  std::optional<Shown> current_;
  std::optional<Pending> pending_;
  std::optional<LocalTime> clock_shown_;  ///< The minute on the strip.
  bool replace_now_ = false;              ///< What is on screen is no longer part of the show.
  bool exposed_ = false;
  bool comes_back_ = false;  ///< The display was away, or dark.
  Beat beat_;
  Ticker ticker_;
  PhotoDrift drift_;
  std::optional<Passage> passage_;
  std::uint64_t tickets_ = 0;
  BadPictures bad_pictures_;
  Size size_;
};

}  // namespace lobby::show
