#include "show/pulse.h"

#include <unistd.h>

#include <fstream>

namespace lobby::show {

namespace {

/// proc(5), statm: the second number is what is in memory, in pages.
std::uint64_t bytes_in_memory() {
  std::ifstream file("/proc/self/statm");
  std::uint64_t size = 0;
  std::uint64_t resident = 0;
  file >> size >> resident;
  return resident * static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE));
}

}  // namespace

void Pulse::shows(const content::Snapshot& snapshot, bool content) {
  const std::scoped_lock lock(mutex_);
  vitals_.dark = false;
  const std::string& folder = snapshot.config->folder.native();
  const bool goes_on = vitals_.folder == folder;
  if (!goes_on) vitals_.folder = folder;
  vitals_.content = content || (goes_on && vitals_.content);
  vitals_.sources = snapshot.updated.has_value() || snapshot.config->sources.empty();
}

void Pulse::is_dark() {
  const std::scoped_lock lock(mutex_);
  vitals_.dark = true;
}

Vitals Pulse::vitals() const {
  const std::scoped_lock lock(mutex_);
  Vitals vitals = vitals_;
  vitals.memory = bytes_in_memory();
  return vitals;
}

}  // namespace lobby::show
