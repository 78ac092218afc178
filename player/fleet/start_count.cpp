#include "fleet/start_count.h"

#include <system_error>
#include <utility>

#include "base/format.h"
#include "base/log.h"
#include "fleet/bundle_trial.h"
#include "host/files.h"

namespace lobby::fleet {

namespace {

/// Leaves a mark in memory. Where there is no place for one nobody knows, and every start counts.
bool is_first_since_boot(const std::filesystem::path& run) {
  if (run.empty()) return false;
  const auto mark = run / "started";
  std::error_code unknown;
  if (std::filesystem::exists(mark, unknown)) return false;
  return host::write_file(mark, "").has_value();
}

std::string reason_of(const Starts& starts) {
  return format("the player ended {} times {}", starts.count,
                starts.on_trial ? "while it was on trial" : "in a row, each time soon after its start");
}

/// The starts so far with the bundle in use.
Starts starts_of(const BundleFolder& folder, const BundleState& state) {
  Starts known = folder.starts();
  const bool on_trial = !state.trial.empty();
  if (known.bundle == state.in_use() && known.on_trial == on_trial) return known;
  return {state.in_use(), on_trial, 0};
}

}  // namespace

StartCount::StartCount(BundleFolder folder, const std::filesystem::path& run) : folder_(std::move(folder)) {
  const bool booted = is_first_since_boot(run);
  folder_.mend();
  BundleState state = folder_.state();
  starts_ = starts_of(folder_, state);
  // The one before ended with the machine.
  if (booted && !starts_.on_trial && starts_.count > 0) --starts_.count;
  if (starts_.count >= most_starts) {
    const auto refusal = refusal_of(folder_, starts_.bundle, reason_of(starts_), false);
    log::error("bundle {} is taken back: {}", starts_.bundle, refusal.reason);
    take_back(state, refusal);
    keep(state);
    starts_ = starts_of(folder_, state);
  }
  if (starts_.bundle.empty()) return;
  starts_.count += added_ = 1;
  const auto counted = folder_.save(starts_);
  counts_ = counted.has_value();
  if (!counted) give_up(std::move(state), counted.error());
}

/// It holds until the next boot at least.
void StartCount::keep(const BundleState& state) {
  const auto saved = folder_.save(state);
  if (saved) return;
  log::error("the state of the bundles cannot be kept: {}", saved.error().message);
  folder_.hold(state);
}

/// A bundle on trial whose starts nobody counts might end the player for ever.
void StartCount::give_up(BundleState state, const Error& error) {
  log::error("this start with bundle {} cannot be counted: {}", starts_.bundle, error.message);
  if (!starts_.on_trial) return;
  const auto reason = format("its starts cannot be counted: {}", error.message);
  take_back(state, refusal_of(folder_, starts_.bundle, reason, true));
  keep(state);
}

void StartCount::is_well() {
  const std::scoped_lock lock(mutex_);
  leave(0);
}

void StartCount::means_nothing() {
  const std::scoped_lock lock(mutex_);
  leave(starts_.count - added_);
}

/// That it is well, where it comes to that, still counts.
void StartCount::suspects_the_player() {
  const std::scoped_lock lock(mutex_);
  if (!counts_ || starts_.on_trial) return;
  starts_.count -= std::exchange(added_, 0);
  static_cast<void>(folder_.save(starts_));
}

void StartCount::came_to_nothing() {
  const std::scoped_lock lock(mutex_);
  counts_ = false;
}

/// Under the lock. The first word counts: a start that went well is no sign of anything already.
void StartCount::leave(int count) {
  if (!std::exchange(counts_, false)) return;
  starts_.count = count;
  static_cast<void>(folder_.save(starts_));
}

}  // namespace lobby::fleet
