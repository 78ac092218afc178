#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

#include "show/frame_report.h"
#include "show/pace.h"
#include "stage/presenter.h"

namespace lobby::show {

/// The one beat to which everything on the screen moves, so that what moves side by side asks for the same frames. It
/// beats only while something moves. Render thread.
class Beat {
 public:
  Beat(stage::Presenter& presenter, FrameReport& report) : presenter_(presenter), report_(report) {}

  /// Something moves from now on; what moves already keeps its beat.
  void begin(SteadyTime now);
  /// Nothing moves any more.
  void rest() { pace_.reset(); }
  bool goes() const { return pace_.has_value(); }

  /// A turn of the loop: whether a frame is due. One that comes early, for a message or a picture that is ready, has
  /// none: the frame before it has not been seen for its time.
  bool turn(SteadyTime now);
  /// The number of the period in which the frame of this turn is seen.
  std::int64_t frame() const { return frame_; }
  std::chrono::nanoseconds period() const { return pace_ ? pace_->period() : std::chrono::nanoseconds(); }
  /// When the next frame is due; at once where the display itself waits.
  SteadyTime next_call(SteadyTime now) const;

 private:
  stage::Presenter& presenter_;
  FrameReport& report_;
  std::optional<Pace> pace_;
  std::int64_t frame_ = 0;
  SteadyTime last_frame_;
};

}  // namespace lobby::show
