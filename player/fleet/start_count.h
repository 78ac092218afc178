#pragma once

#include <filesystem>
#include <mutex>

#include "fleet/bundle_folder.h"

namespace lobby::fleet {

/// A player that starts so often in a row, and each time ends before it is well, had better not play its bundle.
inline constexpr int most_starts = 3;

/// This start of the player, which counts against the bundle in use until it is known to be no sign of anything. Of a
/// bundle on trial every start counts; of one that has proven itself those that did not get as far as to play it for a
/// while, but for ends of the whole machine: whoever pulls its plug each evening says nothing of a bundle.
class StartCount {
 public:
  /// Counts. Where it was once too often already, the bundle is taken back before anybody reads it. `run` is the
  /// folder of the service in memory, which is empty after a boot; no path: none. A bundle on trial whose starts cannot
  /// be counted anywhere is not played.
  StartCount(BundleFolder folder, const std::filesystem::path& run);
  StartCount(const StartCount&) = delete;
  StartCount& operator=(const StartCount&) = delete;

  const BundleFolder& folder() const { return folder_; }
  /// The bundle has played for a while: no start so far says anything against it. Any thread.
  void is_well();
  /// This one is no sign of anything: nobody asked for the bundle, or the player ends because it was asked to. Any
  /// thread.
  void means_nothing();

  /// The player itself is on probation: what its starts come to says nothing of a bundle that has proven itself. Any
  /// thread.
  void suspects_the_player();

  /// It never got as far as a frame, and counts whoever ends it: systemd is about to lose its patience.
  void came_to_nothing();

 private:
  void keep(const BundleState& state);
  void give_up(BundleState state, const Error& error);
  void leave(int count);

  BundleFolder folder_;
  std::mutex mutex_;
  Starts starts_;
  bool counts_ = false;  ///< Nobody has said yet what this start comes to.
  int added_ = 0;        ///< By this start.
};

}  // namespace lobby::fleet
