#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

#include "base/clock.h"

namespace lobby::app {

/// How a show is, as far as it can be told while it plays.
struct Vitals {
  std::string folder;        ///< Of the config that plays.
  bool content = false;      ///< A slide with content has been on the screen since it plays.
  bool sources = false;      ///< Some source has given something, now or earlier; or there is none.
  std::uint64_t memory = 0;  ///< Bytes of this process in memory.
  bool operator==(const Vitals&) const = default;
};

/// The time in which a new config must play well. Pure.
class Probation {
 public:
  /// Begins at `now`, with the show as it was before.
  Probation(std::string folder, Vitals before, SteadyTime now, std::chrono::seconds length)
      : folder_(std::move(folder)), before_(std::move(before)), began_(now), length_(length) {}

  enum class Verdict { none, passed, failed };
  struct Judgement {
    Verdict verdict = Verdict::none;
    std::string reason = {};
    bool may_pass = false;  ///< Another time it may do better: a portal did not answer.
  };
  /// What is to be said of it at `now`.
  Judgement judge(const Vitals& vitals, SteadyTime now) const;
  SteadyTime ends_at() const { return began_ + length_; }

 private:
  std::string folder_;
  Vitals before_;
  SteadyTime began_;
  std::chrono::seconds length_;
};

}  // namespace lobby::app
