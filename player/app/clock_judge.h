#pragma once

#include <mutex>
#include <optional>
#include <string>

#include "base/clock_evidence.h"
#include "net/http.h"
#include "store/store.h"

namespace lobby::app {

/// Whether the machine's clock can be believed, from all that is known. What people read off it is shown only then.
/// Any thread: the fetch thread hears what servers say, the render thread asks.
class ClockJudge {
 public:
  /// `seen` is the latest confirmed time that the store remembers. One that is only plausible must not outlaw the truth
  /// that comes after it.
  explicit ClockJudge(std::optional<WallTime> seen, bool (*synchronised)() = clock_is_synchronised);

  /// An answer tells the time, provided it came over https: only then was the server's certificate verified.
  void hear(const net::Response& answer, SteadyTime at);
  /// Whether more than plausible: by the word of a time service or a verified server.
  bool confirmed(WallTime wall, SteadyTime steady) const;
  /// A time that was confirmed. A later correction may move it back.
  void saw(WallTime time);

  /// Why the clock is not believed at this moment, in one sentence; empty where it is.
  std::string doubt(WallTime wall, SteadyTime steady) const;

 private:
  ClockEvidence evidence() const;

  mutable std::mutex mutex_;
  ClockEvidence evidence_;
  bool (*synchronised_)();
};

/// The latest confirmed time, from and to the store.
std::optional<WallTime> remembered_time(store::Store& store);
void remember_time(store::Store& store, WallTime time);

}  // namespace lobby::app
