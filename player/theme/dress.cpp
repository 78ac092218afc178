#include "theme/dress.h"

#include <algorithm>
#include <set>
#include <system_error>

#include "base/format.h"
#include "host/files.h"
#include "theme/theme_files.h"

namespace lobby::theme {

namespace {

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

/// What is missing stays off the shelf, which says so.
void fetch_fonts(const ThemePath& path, const stage::Faces& faces, stage::FontShelf& shelf,
                 std::vector<std::string>& complaints) {
  std::set<std::string> names;
  for (const auto& [face, files] : faces) names.insert(files.begin(), files.end());
  for (const auto& name : names) {
    if (shelf.has(name)) continue;
    std::error_code unknown;
    if (!std::filesystem::exists(path.font(name), unknown)) continue;
    auto bytes = host::read_file(path.font(name));
    if (bytes) {
      shelf.put({name, std::move(*bytes)});
    } else {
      complaints.push_back(bytes.error().message);
    }
  }
}

using FontFiles = std::map<std::filesystem::path, std::filesystem::file_time_type>;

FontFiles font_files(const stage::Faces& faces, const ThemePath& path) {
  FontFiles files;
  std::error_code unknown;
  for (const auto& [face, names] : faces) {
    for (const auto& name : names) files[path.font(name)] = std::filesystem::last_write_time(path.font(name), unknown);
  }
  return files;
}

/// All that decides a look, but for the drawings, which are equal where their bytes are.
config::Theme without_places(config::Theme theme) {
  theme.extends.reset();
  theme.art.clear();
  return theme;
}

bool same_art(const config::Theme& a, const config::Theme& b) {
  return std::ranges::equal(a.art, b.art, [](const auto& one, const auto& other) {
    return one.first == other.first && *one.second == *other.second;
  });
}

}  // namespace

bool is_made_of(const Dress& dress, const config::Theme& theme, const ThemePath& path) {
  return without_places(dress.theme) == without_places(theme) && same_art(dress.theme, theme) &&
         dress.font_files == font_files(theme.faces, path);
}

Result<void> try_fonts(const ThemePath& path, const stage::Faces& faces, std::vector<std::string>& complaints,
                       const Shelf& shelf) {
  fetch_fonts(path, faces, *shelf, complaints);
  const auto fonts = stage::FontSet::open_from(shelf, faces, complaints);
  if (!fonts) return std::unexpected(fonts.error());
  return {};
}

Result<Dress> load_dress(const ThemePath& path, const std::string& name, const Shelf& shelf) {
  Dress dress;
  auto theme = accepted(read_theme(path.theme(name), path), dress.complaints);
  if (!theme) return std::unexpected(theme.error());
  dress.theme = std::move(*theme);
  dress.font_files = font_files(dress.theme.faces, path);
  fetch_fonts(path, dress.theme.faces, *shelf, dress.complaints);
  auto fonts = stage::FontSet::open_from(shelf, dress.theme.faces, dress.complaints);
  if (!fonts) return std::unexpected(fonts.error());
  dress.fonts = std::move(*fonts);
  return dress;
}

Result<Dress> load_dress_or_default(const ThemePath& path, const std::string& name, const Shelf& shelf,
                                    const std::string& stand_in) {
  auto dress = load_dress(path, name, shelf);
  for (const std::string& other : {stand_in, std::string(default_theme)}) {
    if (dress || (name == other && path.is_shipped())) continue;
    auto fallback = load_dress(path.shipped(), other, shelf);
    if (!fallback && other != default_theme) continue;
    if (fallback) {
      fallback->complaints.push_back(
          format("the theme '{}' cannot be used, '{}' stands in for it: {}", name, other, dress.error().message));
    }
    return fallback;
  }
  return dress;
}

}  // namespace lobby::theme
