#include "base/clock.h"

namespace lobby {

WallTime SystemClock::wall() const {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

SteadyTime SystemClock::steady() const { return std::chrono::steady_clock::now(); }

void ManualClock::advance(std::chrono::milliseconds by) {
  wall_ += std::chrono::floor<std::chrono::seconds>(by);
  steady_ += by;
}

WallTime Instant::by(WallTime wall, SteadyTime steady) const {
  return steady_ ? wall - std::chrono::floor<std::chrono::seconds>(steady - *steady_) : wall_;
}

}  // namespace lobby
