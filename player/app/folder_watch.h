#pragma once

#include <filesystem>
#include <map>
#include <set>

namespace lobby::app {

/// Tells when something in a folder has changed: a file that was written to its end, moved in, moved away or deleted.
/// What is still being written says nothing. Fetch thread.
class FolderWatch {
 public:
  FolderWatch();
  ~FolderWatch();
  FolderWatch(const FolderWatch&) = delete;
  FolderWatch& operator=(const FolderWatch&) = delete;

  /// Watches a folder from now on; nothing happens where it is watched already or is not there. Where the system can
  /// watch no more, the folder is only read when its source is due.
  void add(const std::filesystem::path& folder);
  /// Readable when something has changed; -1 where the system cannot watch at all.
  int descriptor() const { return descriptor_; }
  /// The folders in which something has changed since the last call. Never waits.
  std::set<std::filesystem::path> changed();

 private:
  int descriptor_ = -1;
  std::map<int, std::filesystem::path> folders_;
};

}  // namespace lobby::app
