#pragma once

#include <cstdint>
#include <mutex>
#include <string>

#include "content/snapshot.h"

namespace lobby::show {

/// How a show is, as far as it can be told while it plays.
struct Vitals {
  std::string folder;        ///< Of the config that plays.
  bool content = false;      ///< A slide with content has been on the screen since it plays.
  bool sources = false;      ///< Some source has given something, now or earlier; or there is none.
  bool dark = false;         ///< Nothing is on the screen for another reason: it is off, or not there.
  std::uint64_t memory = 0;  ///< Bytes of this process in memory.
  bool operator==(const Vitals&) const = default;
};

/// Where the render thread says how the show is, for whoever watches over it. Any thread.
class Pulse {
 public:
  /// The show is that of this snapshot, and what stands on the screen is content, or the standby slide. Cheap.
  void shows(const content::Snapshot& snapshot, bool content);
  /// Nothing is on the screen, for another reason than the show, until something is. Cheap.
  void is_dark();
  /// As it is now, with the memory of this process.
  Vitals vitals() const;

 private:
  mutable std::mutex mutex_;
  Vitals vitals_;
};

}  // namespace lobby::show
