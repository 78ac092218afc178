#pragma once

#include <chrono>
#include <compare>
#include <optional>

namespace lobby {

/// Wall time: what calendars speak of. It may jump in either direction.
using WallTime = std::chrono::sys_seconds;

/// Steady time: what dwell times and backoff are measured in. It never jumps.
using SteadyTime = std::chrono::steady_clock::time_point;

/// The only source of time. The clock is read once per turn of a loop and handed on as a value, so that
/// everything below the loop is a function of its arguments.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual WallTime wall() const = 0;
  virtual SteadyTime steady() const = 0;
};

/// The machine's clocks. Any thread.
class SystemClock final : public Clock {
 public:
  WallTime wall() const override;
  SteadyTime steady() const override;
};

/// A clock for tests and for `snapshot --at`: it stands still until told otherwise.
class ManualClock final : public Clock {
 public:
  explicit ManualClock(WallTime wall, SteadyTime steady = {}) : wall_(wall), steady_(steady) {}
  WallTime wall() const override { return wall_; }
  SteadyTime steady() const override { return steady_; }
  /// Moves both times forward together, as real time does.
  void advance(std::chrono::milliseconds by);
  /// Moves the wall clock alone, as an operator or NTP does.
  void set_wall(WallTime wall) { wall_ = wall; }

 private:
  WallTime wall_;
  SteadyTime steady_;
};

/// When something happened. The wall clock may have been set since; of what happened in this run that makes no
/// difference. What is later is greater.
class Instant {
 public:
  /// In an earlier run.
  explicit Instant(WallTime wall) : wall_(wall) {}
  /// Now.
  explicit Instant(const Clock& clock) : steady_(clock.steady()), wall_(clock.wall()) {}

  /// What a wall clock that says `wall` at `steady` would have said then.
  WallTime by(WallTime wall, SteadyTime steady) const;
  auto operator<=>(const Instant&) const = default;

 private:
  std::optional<SteadyTime> steady_;
  WallTime wall_;
};

}  // namespace lobby
