#pragma once

#include <string>
#include <string_view>

#include "config/config.h"
#include "config/layout.h"
#include "config/weather_conditions.h"

namespace lobby::config {

/// A document and what the checker says of it, one line a finding.
struct Fault {
  std::string_view yaml;
  std::string_view findings;
};

template <typename T>
std::string lines(const Checked<T>& checked) {
  std::string text;
  for (const Finding& finding : checked.findings) text += (text.empty() ? "" : "\n") + to_string(finding);
  const bool refused = text.find(": error: ") != std::string::npos;
  return refused == checked.value.has_value() ? "the value does not agree with the findings" : text;
}

inline std::string config_findings(std::string_view yaml) { return lines(parse_config(yaml, "c.yaml")); }

inline std::string theme_findings(std::string_view yaml) { return lines(parse_theme(yaml, "t.yaml")); }

/// A theme with a few colours and the faces that layouts commonly name.
inline Theme small_theme() {
  Theme theme;
  theme.palette = {{"ink", {12, 26, 38}}, {"text", {247, 242, 232}}, {"black", {22, 19, 10}}};
  theme.faces = {{"body", {"a.ttf"}}, {"display", {"a.ttf"}}, {"headline", {"a.ttf"}}, {"strong", {"a.ttf"}}};
  for (const std::string_view condition : weather_conditions) {
    theme.weather_words.emplace(condition, condition);
  }
  return theme;
}

inline std::string layout_findings(std::string_view yaml) { return lines(parse_layout(yaml, "l.yaml", small_theme())); }

}  // namespace lobby::config
