#pragma once

#include <algorithm>
#include <chrono>

#include "base/clock.h"

namespace lobby::notices {

/// When everything is asked anew, for others may ask for that as often as they like: never twice within ten seconds,
/// and none is forgotten. Pure; one thread.
class ReloadPace {
 public:
  static constexpr std::chrono::seconds least_gap{10};

  /// Somebody wants it, so long from now.
  void want(SteadyTime now, std::chrono::milliseconds delay) {
    due_ = std::min(due_, std::max(now + delay, earliest_));
  }
  /// When it is due; far away where nobody wants it.
  SteadyTime due() const { return due_; }
  /// True, once, when it is due.
  bool take(SteadyTime now) {
    if (now < due_) return false;
    due_ = SteadyTime::max();
    earliest_ = now + least_gap;
    return true;
  }

 private:
  SteadyTime due_ = SteadyTime::max();
  SteadyTime earliest_ = SteadyTime::min();
};

}  // namespace lobby::notices
