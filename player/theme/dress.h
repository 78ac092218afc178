#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "config/layout.h"
#include "stage/fonts.h"
#include "theme/theme_path.h"

namespace lobby::theme {

/// A theme with its fonts opened: everything that decides the look. Main thread.
struct Dress {
  config::Theme theme;
  std::unique_ptr<stage::FontSet> fonts;
  std::vector<std::string> complaints;  ///< What was wrong but did not matter enough to stop.
  std::map<std::filesystem::path, std::filesystem::file_time_type> font_files;  ///< Which they are, and of when.
};

/// Whether a dress was made of such a theme with the font files that lie there now: then it need not be made anew.
bool is_made_of(const Dress& dress, const config::Theme& theme, const ThemePath& path);

/// Where the fonts of several dresses lie.
using Shelf = std::shared_ptr<stage::FontShelf>;

/// What is wrong with the fonts of a theme goes into `complaints`: files that are missing, are damaged or no fonts, or
/// lack what Vietnamese needs. Errs (invalid) where a face has none left, so that the theme cannot be used.
Result<void> try_fonts(const ThemePath& path, const stage::Faces& faces, std::vector<std::string>& complaints,
                       const Shelf& shelf = std::make_shared<stage::FontShelf>());

/// Reads the theme, and those of its fonts that the shelf lacks. Errs (invalid) with the first finding when a file is
/// wrong.
Result<Dress> load_dress(const ThemePath& path, const std::string& name,
                         const Shelf& shelf = std::make_shared<stage::FontShelf>());

/// The theme asked for, or, where it cannot be used, the program's own `stand_in`, else its «hq», with the reason among
/// the complaints.
Result<Dress> load_dress_or_default(const ThemePath& path, const std::string& name,
                                    const Shelf& shelf = std::make_shared<stage::FontShelf>(),
                                    const std::string& stand_in = "hq");

}  // namespace lobby::theme
