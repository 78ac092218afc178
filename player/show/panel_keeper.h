#pragma once

#include <optional>

#include "base/clock.h"
#include "config/movement.h"
#include "scene/fields.h"
#include "stage/offset.h"

namespace lobby::show {

/// Where things stand for the care of the panel: plain functions of how long the show has been up. Render thread.
class PanelKeeper {
 public:
  /// The show is up from the first call on.
  void begin(SteadyTime now) {
    if (!began_) began_ = now;
  }
  /// Where the whole picture stands: once a minute it may take a step of its round.
  stage::Offset offset(const config::PanelCare& care, SteadyTime now) const;
  /// On which side of its slide the strip hangs.
  scene::StripSide strip_side(const config::PanelCare& care, SteadyTime now) const;

 private:
  SteadyTime::duration up(SteadyTime now) const { return now - began_.value_or(now); }

  std::optional<SteadyTime> began_;
};

}  // namespace lobby::show
