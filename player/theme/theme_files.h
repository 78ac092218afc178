#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "config/layout.h"
#include "theme/theme_path.h"

// A theme as it lies on the disk: a folder, and those of the themes that it extends.
namespace lobby::theme {

/// A theme's colours, faces and art with all that it extends, and its layout files, each from the nearest folder that
/// has it.
struct ThemeFiles {
  config::Theme theme;
  std::map<std::string, std::filesystem::path> layouts;  ///< By name: headline, photo, …, strip.
};

/// A theme extends another one, which extends another one: so many deep.
inline constexpr std::size_t most_bases = 4;

/// What is wrong with a drawing of a theme; nothing where it can be drawn. Touches the disk.
std::vector<config::Finding> check_drawing(const std::filesystem::path& file);

/// Reads theme.yaml of a folder and of every theme that it extends; those lie beside it, or on the path. A base that is
/// missing, that leads back to itself or lies too deep is a finding at `extends`. Touches the disk.
config::Checked<ThemeFiles> find_theme(const std::filesystem::path& folder, const ThemePath& path);
config::Checked<ThemeFiles> find_theme(const std::filesystem::path& folder);

/// The whole theme: what `find_theme` gives, and each layout read with the colours and faces of all. One with an error
/// leaves no theme.
config::Checked<config::Theme> read_theme(const std::filesystem::path& folder, const ThemePath& path);
config::Checked<config::Theme> read_theme(const std::filesystem::path& folder);

}  // namespace lobby::theme
