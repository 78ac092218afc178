#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>

namespace lobby::host {

/// Tells when something in a folder has changed: a file that was written to its end, moved or linked in, moved away or
/// deleted; or when another folder has taken its place. What is still being written says nothing. One thread.
class FolderWatch {
 public:
  FolderWatch();
  ~FolderWatch();
  FolderWatch(const FolderWatch&) = delete;
  FolderWatch& operator=(const FolderWatch&) = delete;

  /// Watches a folder from now on, and the place where it lies, so that it may be swapped, or come later. Cheap where
  /// that is done already. Where the system can watch no more, the folder is only read when its source is due.
  void add(const std::filesystem::path& folder);
  /// Watches one file: only when it was written to its end, moved or linked in, or its folder swapped, it has changed;
  /// what happens to its neighbours is nothing to it, unless it is a link, whose target may be swapped beside it.
  void add_file(const std::filesystem::path& file);
  /// Readable when something has changed; -1 where the system cannot watch at all.
  int descriptor() const { return descriptor_; }
  /// The folders and files, as they were added, in which something has changed since the last call. Never waits.
  std::set<std::filesystem::path> changed();
  /// The files that the last `changed()` found whole: closed after writing, moved or linked in. The folder itself where
  /// the system lost count of them.
  const std::set<std::filesystem::path>& arrived() const { return arrived_; }
  /// Those whose folder's path leads to another one than the one that is watched, or to none any more. Something may
  /// have been mounted there, of which the watch itself says nothing.
  std::set<std::filesystem::path> replaced() const;

 private:
  /// A folder of the file system.
  struct Identity {
    std::uint64_t device = 0;
    std::uint64_t inode = 0;
    bool operator==(const Identity&) const = default;
  };
  struct Watched {
    std::filesystem::path folder = {};
    std::string file = {};  ///< The only name in it that counts; empty: all do.
    int inside = -1;        ///< The watches of the folder and of the one it lies in; -1: none.
    int around = -1;
    std::optional<Identity> identity = std::nullopt;
  };
  static std::optional<Identity> identity_of(const std::filesystem::path& folder);
  int watch(const std::filesystem::path& place, std::uint32_t events) const;
  void drop(int& watch);
  void follow(Watched& watched);
  static bool concerns(const Watched& watched, int watch, std::uint32_t event, const std::string& name);

  int descriptor_ = -1;
  std::map<std::filesystem::path, Watched> folders_;
  std::set<std::filesystem::path> arrived_;
};

}  // namespace lobby::host
