#include <iostream>
#include <string>

#include "config/config.h"
#include "config/enrolment.h"
#include "config/layout.h"
#include "config/manifest.h"

// What the readers call an error in each document of standard input, for check.py: `config`, `theme`, `layout`,
// `strip`, `calendar`, `bundle` or `enrolment`, a tab and the document, all on one line. Prints one line for each, the
// messages between tabs.

namespace {

using namespace lobby;

/// With a palette, a face and a drawing to refer to.
config::Theme small_theme() {
  config::Theme theme;
  theme.palette = {{"text", {255, 255, 255}}, {"ink", {16, 16, 16}}};
  theme.faces = {{"body", {"a.ttf"}}};
  theme.art = {{"drum.svg", nullptr}};
  return theme;
}

std::vector<config::Finding> findings_of(const std::string& kind, const std::string& yaml) {
  if (kind == "config") return config::parse_config(yaml, "config.yaml").findings;
  if (kind == "theme") return config::parse_theme(yaml, "theme.yaml").findings;
  if (kind == "calendar") return config::parse_calendar(yaml, "calendar.yaml").findings;
  if (kind == "bundle") return config::parse_manifest(yaml, "bundle.yaml").findings;
  if (kind == "enrolment") return config::parse_enrolment(yaml, "enrolment.yaml").findings;
  return config::parse_layout(yaml, kind + ".yaml", small_theme()).findings;
}

}  // namespace

int main() {
  for (std::string line; std::getline(std::cin, line);) {
    const std::size_t tab = line.find('\t');
    for (const auto& finding : findings_of(line.substr(0, tab), line.substr(tab + 1))) {
      if (finding.severity == config::Severity::error) std::cout << finding.message << '\t';
    }
    std::cout << '\n';
  }
  return 0;
}
