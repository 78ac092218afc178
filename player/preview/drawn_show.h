#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "preview/gathered.h"
#include "preview/slide_folder.h"

namespace lobby::preview {

/// The show of a moment as pictures in a folder.
struct DrawnShow {
  std::unique_ptr<SlideFolder> slides;  ///< In the order of the show; that of standby where there is no other.
  std::string theme;                    ///< The one that they are drawn in.
  std::vector<std::string> turns;       ///< The ids of the slides in the order of their turns.
};

/// Draws what was gathered for these settings in the theme of the moment. What is wrong with the theme goes to the log.
/// Errs where there is no theme at all, and where the folder cannot be written.
Result<DrawnShow> draw_show(const fleet::Settings& settings, const Gathered& gathered,
                            const std::filesystem::path& folder, Size size);

}  // namespace lobby::preview
