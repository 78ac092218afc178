#include "theme/theme_check.h"

#include <algorithm>

#include "config/contrast.h"
#include "host/files.h"
#include "theme/dress.h"

namespace lobby::theme {

using config::Finding;
using config::Severity;

void add_trim(ThemeFiles& files) {
  const auto trim = files.layouts.find("trim");
  if (trim == files.layouts.end()) return;
  const auto yaml = host::read_file(trim->second);
  if (!yaml) return;
  auto layout = config::parse_layout(*yaml, trim->second.string(), files.theme).value;
  if (layout) files.theme.layouts.emplace("trim", *std::move(layout));
}

std::vector<Finding> layout_findings(std::string_view yaml, const std::string& file, const config::Theme& theme) {
  auto findings = config::parse_layout(yaml, file, theme).findings;
  std::ranges::move(config::contrast_findings(yaml, file, theme), std::back_inserter(findings));
  return findings;
}

std::vector<Finding> font_findings(const config::Theme& theme, const std::filesystem::path& folder,
                                   const ThemePath& path) {
  const Where place{(folder / "theme.yaml").string(), 1, 1};
  std::vector<Finding> findings;
  std::vector<std::string> complaints;
  const auto usable = try_fonts(path, theme.faces, complaints);
  for (const auto& complaint : complaints) findings.push_back({Severity::warning, complaint, place});
  if (!usable) findings.push_back({Severity::error, usable.error().message, place});
  return findings;
}

std::vector<Finding> theme_findings(const std::filesystem::path& folder, const ThemePath& path, Layouts layouts) {
  auto found = find_theme(folder, path);
  auto findings = std::move(found.findings);
  if (!found.value) return findings;
  std::ranges::move(font_findings(found.value->theme, folder, path), std::back_inserter(findings));
  add_trim(*found.value);
  for (const auto& [name, file] : found.value->layouts) {
    if (layouts == Layouts::inherited && file.parent_path() == folder) continue;
    const auto yaml = host::read_file(file);
    if (!yaml) {
      findings.push_back({Severity::error, yaml.error().message, {file.string(), 1, 1}});
      continue;
    }
    std::ranges::move(layout_findings(*yaml, file.string(), found.value->theme), std::back_inserter(findings));
  }
  return findings;
}

bool has_errors(const std::vector<Finding>& findings) {
  return std::ranges::find(findings, Severity::error, &Finding::severity) != findings.end();
}

}  // namespace lobby::theme
