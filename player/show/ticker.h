#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "content/snapshot.h"
#include "playlist/show.h"
#include "show/compose.h"
#include "show/shown.h"
#include "show/ticker_line.h"
#include "stage/presenter.h"

namespace lobby::show {

/// So many pixels a ticker moves on in a period of the display, that every step is as long as the others: at least one.
/// `speed` is that of the config.
int pixels_per_period(int speed, Size screen, double refresh_rate);

/// The ticker of a show: what it says, and whether it runs under what stands on the screen. It runs on through changes
/// of slides, whatever their manner; where the look changes it stands still in the frame that goes, and comes in anew
/// under the one that came. Render thread.
class Ticker {
 public:
  explicit Ticker(stage::Presenter& presenter) : presenter_(presenter) {}
  ~Ticker() { end(); }
  Ticker(const Ticker&) = delete;
  Ticker& operator=(const Ticker&) = delete;

  /// Takes what a newer snapshot or a later moment says.
  void take(const content::Snapshot& snapshot, const playlist::Moment& moment);

  bool runs() const { return line_.has_value(); }
  /// Begins, goes on or ends under a frame that is about to be on screen.
  void follow(const Shown& shown, const config::Config& config);
  /// Where it cannot go on under what comes next, it stays in the pixels of the frame that goes, which are the
  /// device's.
  void hand_over(Shown& leaving, const Shown& next);
  /// Takes its place of that period of the display; `frame` grows.
  void step(std::int64_t frame);
  /// Until it follows another frame.
  void end();

 private:
  bool goes_on_under(const Shown& shown) const;
  void begin(const Shown& shown);

  stage::Presenter& presenter_;
  std::vector<std::string> texts_;
  std::optional<TickerLine> line_;
  std::optional<scene::Ticker> look_;
  decltype(Composition::dress) dress_ = {};
  int rotate_ = 0;
  int step_ = 1;
  std::optional<std::int64_t> frame_;
};

}  // namespace lobby::show
