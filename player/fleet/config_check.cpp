#include "fleet/config_check.h"

#include <algorithm>
#include <system_error>

#include "base/format.h"
#include "config/suggestion.h"
#include "content/recipe_check.h"
#include "gather/remote.h"
#include "host/files.h"
#include "host/places.h"
#include "playlist/theme_choice.h"
#include "theme/theme_path.h"
#include "trust/minisign.h"

namespace lobby::fleet {

namespace {

namespace fs = std::filesystem;
using config::Finding;
using config::Severity;

/// Each theme that the config names at its place, also those of days that may never come; then those that it needs and
/// does not name.
std::vector<Finding> check_themes(const config::Config& config, const fs::path& file) {
  const auto data = host::data_folder();
  if (!data) return {};
  const theme::ThemePath path = theme::theme_path_of(config, *data);
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
  if (const fs::path roots = gather::http_options(config).ca_file; !roots.empty() && !host::read_file(roots)) {
    findings.push_back(
        {Severity::error,
         format("'ca_file': {} cannot be read; no https portal can be reached without it", roots.string()),
         {file.string(), 1, 1}});
  }
  if (config.push && !config.push->password_file.empty()) {
    const auto& named = config.push->password_file;
    if (const auto text = host::read_file(named.is_absolute() ? named : config.folder / named); !text) {
      findings.push_back(
          {Severity::error, format("'push': 'password_file': {}", text.error().message), {file.string(), 1, 1}});
    }
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

/// Without a key that can be read nothing is ever taken.
std::vector<Finding> check_keys(const config::Config& config) {
  std::vector<Finding> findings;
  const auto look_at = [&findings](std::string_view what, const std::string& text, const Where& where) {
    const auto key = trust::parse_public_key(text);
    if (key) return;
    findings.push_back({Severity::error, format("'{}': 'public_key' {}", what, key.error().message), where});
  };
  if (config.notice_feed) look_at("notice_feed", config.notice_feed->public_key, config.notice_feed->key_at);
  if (config.push && !config.push->public_key.empty()) look_at("push", config.push->public_key, config.push->key_at);
  if (!config.remote) return findings;
  for (std::size_t index = 0; index < config.remote->public_keys.size(); ++index) {
    look_at("remote", config.remote->public_keys[index], config.remote->keys_at[index]);
  }
  return findings;
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

/// Whether expressions are XPath only the reader of pages knows.
std::vector<Finding> check_recipes(const config::Config& config, const fs::path& file) {
  std::vector<Finding> findings;
  for (const auto& source : config.sources) {
    const auto* page = std::get_if<config::PageSource>(&source.what);
    if (page == nullptr || !page->recipe) continue;
    if (const auto valid = content::check_recipe(*page->recipe); !valid) {
      findings.push_back(
          {Severity::error, format("source '{}': {}", source.name, valid.error().message), {file.string(), 1, 1}});
    }
  }
  return findings;
}

}  // namespace

std::vector<Finding> config_findings(const config::Config& config, const fs::path& file) {
  std::vector<Finding> findings;
  for (auto more :
       {check_places(config, file), check_rules(config, file), check_keys(config), check_recipes(config, file)}) {
    std::ranges::move(more, std::back_inserter(findings));
  }
  return findings;
}

}  // namespace lobby::fleet
