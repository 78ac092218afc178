#pragma once

#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "base/clock_evidence.h"
#include "net/http.h"
#include "store/store.h"

namespace lobby::host {

/// Whether the machine's clock can be believed, from all that is known. What people read off it is shown only then.
/// Any thread: the fetch thread hears what servers say, the render thread asks.
class ClockJudge {
 public:
  /// `seen` is the latest confirmed time that the store remembers. One that is only plausible must not outlaw the truth
  /// that comes after it.
  explicit ClockJudge(std::optional<WallTime> seen, bool (*synchronised)() = clock_is_synchronised);

  /// An answer tells the time, provided it came over https: only then was the server's certificate verified.
  /// A host has one voice however often it answers: the middle one of its last three answers.
  void hear(const net::Response& answer, SteadyTime at);
  /// Whether more than plausible: by the word of a time service or a verified server.
  bool confirmed(WallTime wall, SteadyTime steady) const;
  /// A time that was confirmed. A later correction may move it back.
  void saw(WallTime time);

  /// Why the clock is not believed at this moment, in one sentence; empty where it is.
  std::string doubt(WallTime wall, SteadyTime steady) const;

 private:
  /// The latest answers of one host. Most agree: a page from a cache carries an old date.
  struct Witness {
    std::string host;
    std::vector<ToldTime> words;  ///< Newest last, never empty.
  };

  ClockEvidence evidence() const;
  Witness& witness(const std::string& host);

  mutable std::mutex mutex_;
  ClockEvidence evidence_;
  std::vector<Witness> witnesses_;  ///< Who spoke last stands last.
  bool (*synchronised_)();
};

/// The latest confirmed time, from and to the store.
std::optional<WallTime> remembered_time(store::Store& store);
void remember_time(store::Store& store, WallTime time);

}  // namespace lobby::host
