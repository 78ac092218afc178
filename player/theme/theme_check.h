#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "config/layout.h"
#include "theme/theme_files.h"
#include "theme/theme_path.h"

// What `check` says of themes. Touches the disk.
namespace lobby::theme {

/// What lies over every slide counts where contrast is measured. Its own faults are found in its own file.
void add_trim(ThemeFiles& files);

/// Of one layout file: its mistakes, and where it cannot be read well.
std::vector<config::Finding> layout_findings(std::string_view yaml, const std::string& file,
                                             const config::Theme& theme);

/// Of the fonts of a theme, at its theme.yaml.
std::vector<config::Finding> font_findings(const config::Theme& theme, const std::filesystem::path& folder,
                                           const ThemePath& path);

/// Which layouts of a theme are looked at.
enum class Layouts {
  all,
  inherited  ///< Only those that it takes from others, which must go with its colours, too.
};

/// Of a theme, its fonts, and layouts that it has or takes from others, with its colours.
std::vector<config::Finding> theme_findings(const std::filesystem::path& folder, const ThemePath& path,
                                            Layouts layouts = Layouts::all);

bool has_errors(const std::vector<config::Finding>& findings);

}  // namespace lobby::theme
