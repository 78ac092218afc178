#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

namespace lobby::fleet {

/// The folder at the top of a stick that holds a bundle.
inline constexpr const char* bundle_on_stick = "lobby-bundle";

/// Tells when a stick with a bundle is put in. One thread.
class BundleSticks {
 public:
  BundleSticks();
  ~BundleSticks();
  BundleSticks(const BundleSticks&) = delete;
  BundleSticks& operator=(const BundleSticks&) = delete;

  /// Readable when something was mounted or pulled; -1 where the system does not say.
  int descriptor() const { return events_; }
  /// The bundles on sticks that were put in since the last call, or have changed.
  std::vector<std::filesystem::path> news();
  /// What was looked at is news again: it could not be taken yet.
  void forget() { seen_.clear(); }

 private:
  int mounts_ = -1;
  int events_ = -1;
  std::set<std::string> seen_;  ///< Mounts and states of folders.
};

}  // namespace lobby::fleet
