#include "theme/theme_path.h"

#include <set>
#include <system_error>

#include "host/places.h"

namespace lobby::theme {

namespace {

namespace fs = std::filesystem;

bool is_theme(const fs::path& folder) {
  std::error_code error;
  return fs::exists(folder / "theme.yaml", error);
}

}  // namespace

fs::path ThemePath::theme(const std::string& name) const {
  for (const auto& folder : folders_) {
    if (is_theme(folder / "layouts" / name)) return folder / "layouts" / name;
  }
  return folders_.front() / "layouts" / name;
}

bool ThemePath::has_theme(const std::string& name) const { return is_theme(theme(name)); }

fs::path ThemePath::font(const std::string& name) const {
  std::error_code error;
  for (const auto& folder : folders_) {
    if (fs::exists(folder / "fonts" / name, error)) return folder / "fonts" / name;
  }
  return folders_.back() / "fonts" / name;
}

std::vector<std::string> ThemePath::themes() const {
  std::set<std::string> names;
  std::error_code error;
  for (const auto& folder : folders_) {
    for (fs::directory_iterator entry(folder / "layouts", error), end; !error && entry != end; entry.increment(error)) {
      if (is_theme(entry->path())) names.insert(entry->path().filename().string());
    }
  }
  return {names.begin(), names.end()};
}

ThemePath theme_path_of(const config::Config& config, const fs::path& data) {
  if (config.local_folder.empty()) return {config.folder, data};
  return ThemePath(std::vector{config.local_folder, config.folder, data});
}

ThemePath theme_path_around(const fs::path& theme_folder) {
  const fs::path own = fs::absolute(theme_folder / "theme.yaml").lexically_normal().parent_path();
  const fs::path beside = own.parent_path().parent_path();
  const auto data = host::data_folder();
  // A theme that lies in no folder of the name `layouts` has only its neighbours.
  if (!data || own.parent_path().filename() != "layouts") return {beside};
  return {beside, *data};
}

}  // namespace lobby::theme
