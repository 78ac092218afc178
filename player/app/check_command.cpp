#include <algorithm>
#include <filesystem>
#include <iostream>

#include "app/commands.h"
#include "base/log.h"
#include "config/config.h"
#include "fleet/calendars.h"
#include "fleet/config_check.h"
#include "host/files.h"
#include "host/places.h"
#include "playlist/theme_choice.h"
#include "theme/theme_check.h"
#include "theme/theme_files.h"
#include "theme/theme_path.h"

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
  auto found = theme::find_theme(fs::absolute(file).parent_path());
  if (!found.value) return print(found.findings);
  theme::add_trim(*found.value);
  return print(theme::layout_findings(yaml, file.string(), found.value->theme));
}

/// Its own layouts are files of their own to check.
bool check_theme(const fs::path& file) {
  const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::current_path();
  return print(theme::theme_findings(folder, theme::theme_path_around(folder), theme::Layouts::inherited));
}

/// A calendar lies in a folder of that name; everything else that is no part of a theme is a config.
bool is_calendar(const fs::path& file) { return fs::absolute(file).parent_path().filename() == "calendars"; }

/// Themes that the config may wear are files of their own to check, but without letters there is nothing to read.
bool check_fonts(const config::Config& config) {
  const auto data = host::data_folder();
  if (!data) return true;
  const auto path = theme::theme_path_of(config, *data);
  std::vector<Finding> findings;
  for (const auto& name : playlist::themes_of(config)) {
    if (!path.has_theme(name)) continue;
    const auto theme = theme::find_theme(path.theme(name), path).value;
    if (!theme) continue;
    for (const auto& finding : theme::font_findings(theme->theme, path.theme(name), path)) {
      if (std::ranges::find(findings, finding) == findings.end()) findings.push_back(finding);
    }
  }
  return print(findings);
}

bool check_config(const fs::path& file, const std::string& yaml) {
  const fleet::ShippedCalendars shipped = fleet::load_calendars();
  const auto checked = config::parse_config(yaml, file, shipped.calendars);
  bool clean = print(checked.findings);
  if (!checked.value) return clean;
  clean = print(fleet::findings_of(shipped, *checked.value)) && clean;
  clean = print(fleet::config_findings(*checked.value, file)) && clean;
  return check_fonts(*checked.value) && clean;
}

bool check_file(const fs::path& file) {
  constexpr std::size_t most_bytes = 1U << 20U;
  const auto yaml = host::read_file(file, most_bytes);
  if (!yaml) return print({{Severity::error, yaml.error().message, {file.string(), 1, 1}}});
  if (file.extension() == ".svg") return print(theme::check_drawing(file));
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
