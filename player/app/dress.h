#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "config/layout.h"
#include "stage/fonts.h"

namespace lobby::app {

/// A theme with its fonts opened: everything that decides the look. Main thread.
struct Dress {
  config::Theme theme;
  std::unique_ptr<stage::FontSet> fonts;
  std::vector<std::string> complaints;  ///< What was wrong but did not matter enough to stop.
};

/// Reads `layouts/<name>/` and its fonts. Errs (invalid) with the first finding when a file is wrong.
Result<Dress> load_dress(const std::filesystem::path& data, const std::string& name);

/// The theme asked for, or, where it cannot be used, «hq» with the reason among the complaints.
Result<Dress> load_dress_or_default(const std::filesystem::path& data, const std::string& name);

}  // namespace lobby::app
