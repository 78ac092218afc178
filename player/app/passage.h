#pragma once

#include <chrono>

#include "app/frame_report.h"
#include "app/pace.h"
#include "base/clock.h"
#include "stage/canvas.h"
#include "stage/presenter.h"

namespace lobby::app {

/// The way from one frame to the next, while it lasts. Both frames stay where they are meanwhile. Render thread.
class Passage {
 public:
  Passage(stage::Presenter& presenter, FrameReport& report, const stage::Canvas& from, const stage::Canvas& to,
          std::chrono::milliseconds duration, SteadyTime now);

  /// Shows the frame that is due. False at the end: then nothing was shown, and the frame it led to is due.
  bool step(SteadyTime now);
  /// When the next frame is due; at once where the display itself waits.
  SteadyTime next_call(SteadyTime now) const;

 private:
  stage::Presenter& presenter_;
  FrameReport& report_;
  std::chrono::milliseconds duration_;
  Pace pace_;
  SteadyTime last_frame_;
};

}  // namespace lobby::app
