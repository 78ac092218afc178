#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "config/layout.h"
#include "content/snapshot.h"
#include "playlist/show.h"
#include "theme/theme_path.h"

// What `layouts` shows: configs that were written to be looked at, each played as any other, without the network.
namespace lobby::preview {

/// A morning on which every sample has something to show.
inline constexpr const char* usual_moment = "2026-11-22T08:41";

/// A config of a folder, with all that it shows.
struct Sample {
  std::string name;  ///< Of its file: «headline-tall-photo».
  std::shared_ptr<const content::Snapshot> content;
  playlist::Moment moment;
};

/// A slide of a sample, and the name that tells it from the others.
struct SampleSlide {
  playlist::Slide slide;
  std::string name;
};

/// Reads every .yaml file of a folder, in the order of the kinds and then of the names; `at` is ISO 8601. The sources
/// of a sample whose name ends in «-aged» have not answered for three days. Findings go to the log. Errs on a folder
/// without samples, and on the first file with errors.
Result<std::vector<Sample>> read_samples(const std::filesystem::path& folder, const std::string& at);

/// The slides of a sample's show on a screen that stands so. Where its name begins with a kind, only those of that
/// kind.
std::vector<SampleSlide> slides_of(const Sample& sample, playlist::Orientation screen);

/// The kinds of slides for which a theme has no layout, and what becomes of them.
std::vector<config::Finding> missing_layouts(const config::Theme& theme, const std::filesystem::path& folder);

}  // namespace lobby::preview
