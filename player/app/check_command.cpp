#include <algorithm>
#include <filesystem>
#include <iostream>

#include "app/calendars.h"
#include "app/commands.h"
#include "app/files.h"
#include "app/places.h"
#include "app/remote.h"
#include "app/theme_check.h"
#include "app/theme_files.h"
#include "app/theme_path.h"
#include "base/log.h"
#include "config/config.h"
#include "config/suggestion.h"
#include "content/recipe_check.h"
#include "playlist/theme_choice.h"
#include "trust/minisign.h"

namespace lobby::app {

namespace {

namespace fs = std::filesystem;
using config::Finding;
using config::Severity;

/// Prints findings; true where none is an error.
bool print(const std::vector<Finding>& findings) {
  bool clean = true;
  for (const auto& finding : findings) {
    std::cout << to_string(finding) << '\n';
    clean = clean && finding.severity != Severity::error;
  }
  return clean;
}

/// A layout file lies in a folder with a theme.yaml.
bool is_layout(const fs::path& file) {
  std::error_code error;
  return file.filename() != "theme.yaml" && fs::exists(file.parent_path() / "theme.yaml", error);
}

bool check_layout(const fs::path& file, const std::string& yaml) {
  auto found = find_theme(fs::absolute(file).parent_path());
  if (!found.value) return print(found.findings);
  add_trim(*found.value);
  return print(layout_findings(yaml, file.string(), found.value->theme));
}

/// Its own layouts are files of their own to check.
bool check_theme(const fs::path& file) {
  const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::current_path();
  return print(theme_findings(folder, theme_path_around(folder), Layouts::inherited));
}

/// A calendar lies in a folder of that name; everything else that is no part of a theme is a config.
bool is_calendar(const fs::path& file) { return fs::absolute(file).parent_path().filename() == "calendars"; }

/// Each theme that the config names at its place, also those of days that may never come; then those that it needs and
/// does not name.
std::vector<Finding> check_themes(const config::Config& config, const fs::path& file) {
  const auto data = data_folder();
  if (!data) return {};
  const ThemePath path(config.folder, *data);
  const auto names = path.themes();
  std::vector<config::NamedTheme> asked = config.named_themes.all;
  for (const auto& theme : playlist::themes_of(config)) {
    if (std::ranges::find(asked, theme, &config::NamedTheme::name) != asked.end()) continue;
    asked.push_back({theme, {file.string(), 1, 1}});
  }
  const std::vector<std::string_view> words(names.begin(), names.end());
  std::vector<Finding> findings;
  for (const auto& [theme, at] : asked) {
    if (std::ranges::find(names, theme) != names.end()) continue;
    findings.push_back({Severity::warning,
                        format("there is no theme '{}' in {} or {}; '{}' stands in for it{}", theme,
                               (config.folder / "layouts").string(), (*data / "layouts").string(),
                               playlist::stand_in_for(config, theme), config::suggestion(theme, words)),
                        at});
  }
  return findings;
}

/// Only the disk knows whether the folders and files that a config names are there.
std::vector<Finding> check_places(const config::Config& config, const fs::path& file) {
  std::vector<Finding> findings = check_themes(config, file);
  if (const fs::path roots = http_options(config).ca_file; !roots.empty() && !read_file(roots)) {
    findings.push_back(
        {Severity::error,
         format("'ca_file': {} cannot be read; no https portal can be reached without it", roots.string()),
         {file.string(), 1, 1}});
  }
  for (const auto& source : config.sources) {
    const auto* folder = std::get_if<config::PhotoFolder>(&source.what);
    if (folder == nullptr) continue;
    const fs::path place = folder->folder.is_absolute() ? folder->folder : config.folder / folder->folder;
    std::error_code error;
    if (fs::is_directory(place, error)) continue;
    findings.push_back(
        {Severity::warning,
         format("source '{}': there is no folder {}; its photos appear once it is made", source.name, place.string()),
         {file.string(), 1, 1}});
  }
  return findings;
}

/// Without a key that can be read the notice feed is never asked. True where there is nothing to say.
bool check_key(const config::Config& config) {
  if (!config.notice_feed) return true;
  const auto key = trust::parse_public_key(config.notice_feed->public_key);
  if (key) return true;
  return print(
      {{Severity::error, format("'notice_feed': 'public_key' {}", key.error().message), config.notice_feed->key_at}});
}

/// Rules that can never say anything of the items of their source.
std::vector<Finding> check_rules(const config::Config& config, const fs::path& file) {
  std::vector<Finding> findings;
  for (const auto& source : config.sources) {
    const bool photos_alone = std::holds_alternative<config::PhotoFolder>(source.what) ||
                              std::holds_alternative<config::PhotoList>(source.what);
    if (!photos_alone) continue;
    const auto warn = [&](std::string_view fact) {
      findings.push_back({Severity::warning, format("source '{}': {}", source.name, fact), {file.string(), 1, 1}});
    };
    if (!source.include.sections.empty() || !source.exclude.sections.empty()) {
      warn(
          "photos have no sections, so that 'sections' says nothing of them; 'words' looks into captions and file "
          "names");
    }
    if (source.max_age) warn("the photos have no dates, so that 'max_age' says nothing of them");
  }
  return findings;
}

/// Whether expressions are XPath only the reader of pages knows. True where all are.
bool check_recipes(const config::Config& config, const fs::path& file) {
  std::vector<Finding> findings;
  for (const auto& source : config.sources) {
    const auto* page = std::get_if<config::PageSource>(&source.what);
    if (page == nullptr || !page->recipe) continue;
    if (const auto valid = content::check_recipe(*page->recipe); !valid) {
      findings.push_back(
          {Severity::error, format("source '{}': {}", source.name, valid.error().message), {file.string(), 1, 1}});
    }
  }
  return print(findings);
}

bool check_config(const fs::path& file, const std::string& yaml) {
  const ShippedCalendars shipped = load_calendars();
  const auto checked = config::parse_config(yaml, file, shipped.calendars);
  bool clean = print(checked.findings);
  if (!checked.value) return clean;
  clean = print(findings_of(shipped, *checked.value)) && clean;
  print(check_places(*checked.value, file));
  print(check_rules(*checked.value, file));
  clean = check_key(*checked.value) && clean;
  return check_recipes(*checked.value, file) && clean;
}

bool check_file(const fs::path& file) {
  constexpr std::size_t most_bytes = 1U << 20U;
  const auto yaml = read_file(file, most_bytes);
  if (!yaml) return print({{Severity::error, yaml.error().message, {file.string(), 1, 1}}});
  if (file.extension() == ".svg") return print(check_drawing(file));
  if (file.filename() == "theme.yaml") return check_theme(file);
  if (is_calendar(file)) return print(config::parse_calendar(*yaml, file.string()).findings);
  return is_layout(file) ? check_layout(file, *yaml) : check_config(file, *yaml);
}

}  // namespace

int check(const std::vector<fs::path>& files) {
  bool clean = true;
  for (const auto& file : files) clean = check_file(file) && clean;
  return clean ? 0 : 1;
}

}  // namespace lobby::app
