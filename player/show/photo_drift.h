#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

#include "config/config.h"
#include "show/beat.h"
#include "show/compose.h"
#include "show/pixel_pool.h"
#include "show/shown.h"
#include "stage/presenter.h"

namespace lobby::show {

/// By how much a config lets the picture of a composition drift: one photo that fills its box, no strip lies over it,
/// nothing is calm, there is time, and the pool has room for it.
int drift_of(const Composition& composition, const config::Config& config, const PixelPool& pool);

/// The drift of the photo that stands. It begins when the render thread has nothing else to do, moves with the beat,
/// and arrives before the turn of the slide ends; then the frame is what it shows. Render thread.
class PhotoDrift {
 public:
  PhotoDrift(stage::Presenter& presenter, const Beat& beat) : presenter_(presenter), beat_(beat) {}

  /// Begins under a slide that has a drift, once, where there is time for it before `until`.
  void follow(const Shown& shown, SteadyTime now, SteadyTime until);
  bool runs() const { return duration_.count() > 0 && share_ < 1 && !left_; }
  /// Takes its place of the present period of the display.
  void step(Shown& shown);
  /// Brings the pixels of the slide, which were painted anew, to what is on screen.
  void catch_up(Shown& shown) const;
  /// The slide gives way, and the picture stands. Where that is on its way, its texts leave with it.
  void leave(Shown& shown);
  /// Another slide stands.
  void end();

 private:
  void show_frame(Shown& shown);

  stage::Presenter& presenter_;
  const Beat& beat_;
  std::chrono::duration<double> duration_{};  ///< 0 while nothing has begun.
  std::int64_t first_frame_ = 0;              ///< The numbers are those of the beat.
  std::optional<std::int64_t> last_turn_;
  std::int64_t last_frame_ = 0;  ///< That was drawn.
  double share_ = 0;             ///< Of the way.
  bool left_ = false;
};

}  // namespace lobby::show
