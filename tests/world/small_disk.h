#pragma once

#include <sys/mount.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "temporary_folder.h"

namespace lobby {

/// A disk of some mebibytes, where the process may mount one.
class SmallDisk {
 public:
  explicit SmallDisk(int mebibytes = 1)
      : mebibytes_(mebibytes),
        mounted_(mount("tmpfs", folder_.path().c_str(), "tmpfs", 0, format_of(mebibytes).c_str()) == 0) {}
  ~SmallDisk() {
    if (mounted_) umount2(folder_.path().c_str(), MNT_DETACH);
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;

  bool mounted() const { return mounted_; }
  const std::filesystem::path& path() const { return folder_.path(); }
  /// From now on it takes nothing, until there is room again.
  void fill() const {
    std::ofstream(path() / "ballast") << std::string(static_cast<std::size_t>(mebibytes_ + 1) << 20U, 'x');
  }
  void make_room() const { std::filesystem::remove(path() / "ballast"); }
  void make_read_only() const {
    mount("tmpfs", path().c_str(), "tmpfs", MS_REMOUNT | MS_RDONLY, format_of(mebibytes_).c_str());
  }

 private:
  static std::string format_of(int mebibytes) { return "size=" + std::to_string(mebibytes) + "m"; }

  TemporaryFolder folder_;
  int mebibytes_;
  bool mounted_;
};

}  // namespace lobby
