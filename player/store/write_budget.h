#pragma once

#include <cstdint>
#include <optional>

#include "base/clock.h"

namespace lobby::store {

/// Spares the SD card. Some portals change a byte in every answer (a time stamp, a session id); written at every poll
/// they would wear a card out within a few years. A token bucket: it holds a burst for real news and refills slowly;
/// what finds it empty waits in memory. Pure; the fetch thread's.
class WriteBudget {
 public:
  static constexpr std::int64_t burst = std::int64_t{16} * 1024 * 1024;
  static constexpr std::int64_t per_day = std::int64_t{32} * 1024 * 1024;

  explicit WriteBudget(std::int64_t most = burst) : most_(most), left_(most) {}

  /// Whether something may be written at `now`. A clock set back refills nothing.
  bool open(WallTime now);

  /// Takes what was written. It may be more than is left: the debt is paid off first, so that no document is too
  /// large for ever.
  void spend(std::int64_t bytes) { left_ -= bytes; }

 private:
  std::int64_t most_;
  std::int64_t left_;
  std::optional<WallTime> last_;
};

}  // namespace lobby::store
