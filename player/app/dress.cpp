#include "app/dress.h"

#include <algorithm>
#include <set>
#include <system_error>

#include "app/files.h"
#include "app/theme_files.h"
#include "base/format.h"

namespace lobby::app {

namespace {

namespace fs = std::filesystem;
using config::Checked;
using config::Finding;
using config::Severity;

constexpr const char* default_theme = "hq";

/// The value, or the first error as a person can find it.
template <typename T>
Result<T> accepted(Checked<T> checked, std::vector<std::string>& complaints) {
  for (const auto& finding : checked.findings) {
    if (finding.severity == Severity::warning) complaints.push_back(to_string(finding));
  }
  if (checked.value) return std::move(*checked.value);
  const auto error = std::ranges::find(checked.findings, Severity::error, &Finding::severity);
  return fail(ErrorKind::invalid, to_string(*error));
}

std::vector<stage::FontFile> load_fonts(const fs::path& folder, const stage::Faces& faces,
                                        std::vector<std::string>& complaints) {
  std::set<std::string> names;
  for (const auto& [face, files] : faces) names.insert(files.begin(), files.end());
  std::vector<stage::FontFile> fonts;
  for (const auto& name : names) {
    auto bytes = read_file(folder / name);
    if (bytes) {
      fonts.push_back({name, std::move(*bytes)});
    } else {
      complaints.push_back(bytes.error().message);
    }
  }
  return fonts;
}

}  // namespace

Result<Dress> load_dress(const fs::path& data, const std::string& name) {
  Dress dress;
  auto theme = accepted(read_theme(data / "layouts" / name), dress.complaints);
  if (!theme) return std::unexpected(theme.error());
  dress.theme = std::move(*theme);
  const auto files = load_fonts(data / "fonts", dress.theme.faces, dress.complaints);
  auto fonts = stage::FontSet::open(dress.theme.faces, files, dress.complaints);
  if (!fonts) return std::unexpected(fonts.error());
  dress.fonts = std::move(*fonts);
  return dress;
}

Result<Dress> load_dress_or_default(const fs::path& data, const std::string& name) {
  auto dress = load_dress(data, name);
  if (dress || name == default_theme) return dress;
  auto fallback = load_dress(data, default_theme);
  if (fallback) {
    fallback->complaints.push_back(
        format("the theme '{}' cannot be used, '{}' stands in for it: {}", name, default_theme, dress.error().message));
  }
  return fallback;
}

}  // namespace lobby::app
