#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "config/config.h"

namespace lobby::theme {

/// Where themes and fonts are looked for: in folders that hold `layouts/` and `fonts/`, the earlier before the later.
/// The last one came with the program; what stands before it is the operator's own, which no upgrade overwrites.
class ThemePath {
 public:
  /// Only what came with the program.
  ThemePath(std::filesystem::path data) : folders_{std::move(data)} {}
  ThemePath(const char* data) : ThemePath(std::filesystem::path(data)) {}
  /// First what lies beside a config.
  ThemePath(std::filesystem::path beside, std::filesystem::path data) : folders_{std::move(beside), std::move(data)} {}

  /// The earlier before the later; not empty.
  explicit ThemePath(std::vector<std::filesystem::path> folders) : folders_(std::move(folders)) {}

  /// The folder of a theme; where there is none, the one that it would have in the first folder.
  std::filesystem::path theme(const std::string& name) const;
  bool has_theme(const std::string& name) const;
  /// The file of a font; where there is none, the one that it would be with the program.
  std::filesystem::path font(const std::string& name) const;
  /// The names of all themes, in alphabetical order.
  std::vector<std::string> themes() const;
  /// What came with the program alone.
  ThemePath shipped() const { return {folders_.back()}; }
  bool is_shipped() const { return folders_.size() == 1; }
  const std::vector<std::filesystem::path>& folders() const { return folders_; }

 private:
  std::vector<std::filesystem::path> folders_;  ///< Never empty.
};

/// The path of a config's themes: what lies beside it on this machine, in its bundle, with the program.
ThemePath theme_path_of(const config::Config& config, const std::filesystem::path& data);

/// The path for the files of a theme whose own folder is all that is known: what lies beside it, then the program's.
ThemePath theme_path_around(const std::filesystem::path& theme_folder);

}  // namespace lobby::theme
