#include "theme/theme_files.h"

#include <algorithm>
#include <system_error>

#include "base/format.h"
#include "config/suggestion.h"
#include "host/files.h"
#include "host/side_by_side.h"
#include "stage/art.h"
#include "stage/svg.h"

namespace lobby::theme {

namespace {

namespace fs = std::filesystem;
using config::Checked;
using config::Finding;
using config::Severity;

/// No person writes a larger file, and what the parser would refuse need not be read.
constexpr std::size_t most_bytes = 1U << 20U;

void append(std::vector<Finding>& findings, std::vector<Finding> more) {
  std::ranges::move(more, std::back_inserter(findings));
}

std::vector<fs::path> entries_of(const fs::path& folder) {
  std::vector<fs::path> entries;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    entries.push_back(entry->path());
  }
  std::ranges::sort(entries);
  return entries;
}

void add_layouts(const fs::path& folder, std::map<std::string, fs::path>& layouts) {
  for (const auto& file : entries_of(folder)) {
    if (file.extension() == ".yaml" && file.stem() != "theme") layouts.emplace(file.stem().string(), file);
  }
}

Result<std::string> read_drawing(const fs::path& file) {
  const auto svg = host::read_file(file, stage::most_svg_bytes);
  if (!svg) return std::unexpected(svg.error());
  auto plain = stage::plain_svg(*svg);
  if (!plain) return plain;
  Canvas trial({64, 64});
  if (const auto drawn = stage::draw_plain_art(trial, trial.bounds(), *plain, std::nullopt); !drawn) {
    return std::unexpected(drawn.error());
  }
  return plain;
}

Finding finding_of(const Error& error, const fs::path& file) {
  return {Severity::error, error.message, {file.string(), error.where ? error.where->line : 1, 1}};
}

/// Reads the drawings of a folder. One that cannot be drawn would leave a hole on the screen.
void add_art(const fs::path& folder, config::Theme& theme, std::vector<Finding>& findings) {
  for (const auto& file : entries_of(folder)) {
    if (file.extension() != ".svg") continue;
    auto drawing = read_drawing(file);
    if (!drawing) {
      findings.push_back(finding_of(drawing.error(), file));
      continue;
    }
    theme.art.emplace(file.filename().string(), std::make_shared<const std::string>(std::move(*drawing)));
  }
}

/// Where the base of a theme in `themes` lies: beside it, else on the path.
fs::path folder_of(const config::BaseTheme& base, const fs::path& themes, const ThemePath& path) {
  std::error_code unknown;
  return fs::exists(themes / base.name / "theme.yaml", unknown) ? themes / base.name : path.theme(base.name);
}

Finding missing_base(const config::BaseTheme& base, const fs::path& themes, const ThemePath& path) {
  std::vector<std::string> names = path.themes();
  std::error_code unknown;
  for (const auto& folder : entries_of(themes)) {
    if (fs::exists(folder / "theme.yaml", unknown)) names.push_back(folder.filename().string());
  }
  const std::vector<std::string_view> words(names.begin(), names.end());
  return {Severity::error,
          format("there is no theme '{}' beside this one{}", base.name, config::suggestion(base.name, words)),
          base.where};
}

/// Why a base cannot be taken after the themes `taken`; nothing where it can.
std::optional<Finding> refusal(const config::BaseTheme& base, const std::vector<config::Theme>& taken,
                               const fs::path& themes, const ThemePath& path) {
  std::error_code unknown;
  if (std::ranges::find(taken, base.name, &config::Theme::name) != taken.end()) {
    return Finding{Severity::error, format("the theme '{}' extends itself", base.name), base.where};
  }
  if (taken.size() > most_bases) {
    return Finding{Severity::error, format("a theme stands on at most {} others", most_bases), base.where};
  }
  if (!fs::exists(folder_of(base, themes, path) / "theme.yaml", unknown)) return missing_base(base, themes, path);
  return std::nullopt;
}

Checked<config::Theme> read_theme_file(const fs::path& folder) {
  const fs::path file = folder / "theme.yaml";
  const auto yaml = host::read_file(file, most_bytes);
  if (!yaml) return {std::nullopt, {{Severity::error, yaml.error().message, {file.string(), 1, 1}}}};
  return config::parse_theme(*yaml, file.string());
}

Checked<config::Layout> read_layout(const fs::path& file, const config::Theme& theme) {
  const auto yaml = host::read_file(file, most_bytes);
  if (!yaml) return {std::nullopt, {{Severity::error, yaml.error().message, {file.string(), 1, 1}}}};
  return config::parse_layout(*yaml, file.string(), theme);
}

}  // namespace

std::vector<Finding> check_drawing(const fs::path& file) {
  const auto drawing = read_drawing(file);
  return drawing ? std::vector<Finding>() : std::vector{finding_of(drawing.error(), file)};
}

Checked<ThemeFiles> find_theme(const fs::path& folder) { return find_theme(folder, theme_path_around(folder)); }

Checked<ThemeFiles> find_theme(const fs::path& folder, const ThemePath& path) {
  const fs::path themes = fs::absolute(folder / "theme.yaml").lexically_normal().parent_path().parent_path();
  Checked<ThemeFiles> found;
  ThemeFiles files;
  std::vector<config::Theme> chain;
  fs::path next = folder;
  while (true) {
    auto read = read_theme_file(next);
    append(found.findings, std::move(read.findings));
    if (!read.value) return found;
    chain.push_back(std::move(*read.value));
    add_art(next, chain.back(), found.findings);
    add_layouts(next, files.layouts);
    const auto& extends = chain.back().extends;
    if (!extends) break;
    if (auto finding = refusal(*extends, chain, themes, path)) {
      found.findings.push_back(std::move(*finding));
      return found;
    }
    next = folder_of(*extends, themes, path);
  }
  if (std::ranges::find(found.findings, Severity::error, &Finding::severity) != found.findings.end()) return found;
  files.theme = std::move(chain.back());
  for (chain.pop_back(); !chain.empty(); chain.pop_back()) {
    files.theme = config::overlaid(std::move(files.theme), std::move(chain.back()));
  }
  found.value = std::move(files);
  return found;
}

Checked<config::Theme> read_theme(const fs::path& folder) { return read_theme(folder, theme_path_around(folder)); }

Checked<config::Theme> read_theme(const fs::path& folder, const ThemePath& path) {
  auto found = find_theme(folder, path);
  Checked<config::Theme> theme{std::nullopt, std::move(found.findings)};
  if (!found.value) return theme;
  auto& [whole, layout_files] = *found.value;
  // Most of the time until the first slide would be spent here, one file after the other.
  const std::vector<std::pair<std::string, fs::path>> files(layout_files.begin(), layout_files.end());
  std::vector<Checked<config::Layout>> layouts(files.size());
  const auto& base = whole;
  host::side_by_side(files.size(),
                     [&](std::size_t number) { layouts[number] = read_layout(files[number].second, base); });
  bool sound = true;
  for (std::size_t number = 0; number < files.size(); ++number) {
    auto& [layout, findings] = layouts[number];
    append(theme.findings, std::move(findings));
    sound = sound && layout.has_value();
    if (layout) whole.layouts.emplace(files[number].first, *std::move(layout));
  }
  if (sound) theme.value = std::move(whole);
  return theme;
}

}  // namespace lobby::theme
