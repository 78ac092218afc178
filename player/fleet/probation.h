#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

#include "base/clock.h"
#include "show/pulse.h"

namespace lobby::fleet {

/// The time in which a new config must play well. Pure.
class Probation {
 public:
  /// Begins at `now`, with the show as it was before.
  Probation(std::string folder, show::Vitals before, SteadyTime now, std::chrono::seconds length)
      : folder_(std::move(folder)), before_(std::move(before)), began_(now), length_(length) {}

  enum class Verdict { none, passed, failed };
  struct Judgement {
    Verdict verdict = Verdict::none;
    std::string reason = {};
    bool may_pass = false;  ///< Another time it may do better: a portal did not answer.
  };
  /// What is to be said of it at `now`. It begins anew when the screen is no longer dark.
  Judgement judge(const show::Vitals& vitals, SteadyTime now);
  SteadyTime ends_at() const { return began_ + length_; }

 private:
  std::string folder_;
  show::Vitals before_;
  SteadyTime began_;
  std::chrono::seconds length_;
};

/// The time after a start in which a bundle that has proven itself must play before it is well once more. Pure.
class Settling {
 public:
  Settling(std::string folder, std::chrono::seconds length) : folder_(std::move(folder)), length_(length) {}

  /// Whether it has been on a screen that is lit for so long. A dark one says nothing, and it begins anew.
  bool is_over(const show::Vitals& vitals, SteadyTime now);

 private:
  std::string folder_;
  std::chrono::seconds length_;
  std::optional<SteadyTime> since_;
};

}  // namespace lobby::fleet
