#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "../world/temporary_folder.h"

namespace lobby::kiosk {

/// A folder that stands in for /sys, /proc or /dev; it goes with everything in it.
class MadeTree {
 public:
  const std::filesystem::path& root() const { return folder_.path(); }
  void put(const std::string& file, std::string_view text) const {
    std::filesystem::create_directories((root() / file).parent_path());
    write(root() / file, text);
  }
  void link(const std::string& file, const std::string& target) const {
    std::filesystem::create_directories((root() / file).parent_path());
    std::filesystem::create_symlink(target, root() / file);
  }
  std::string text(const std::string& file) const { return bytes_in(root() / file); }

 private:
  TemporaryFolder folder_;
};

}  // namespace lobby::kiosk
