#pragma once

#include <memory>
#include <mutex>

#include "app/probation.h"
#include "content/snapshot.h"

namespace lobby::app {

/// Where the render thread says how the show is, for whoever watches over it. Any thread.
class Pulse {
 public:
  /// The show is that of this snapshot, and what stands on the screen is content, or the standby slide. Cheap.
  void shows(const content::Snapshot& snapshot, bool content);
  /// As it is now, with the memory of this process.
  Vitals vitals() const;

 private:
  mutable std::mutex mutex_;
  Vitals vitals_;
};

}  // namespace lobby::app
