#pragma once

#include <optional>
#include <string>
#include <vector>

#include "config/finding.h"
#include "config/occasion.h"
#include "config/yaml.h"

namespace lobby::config {

class Report;

/// The theme of the late hours.
struct NightTheme {
  std::string theme = "night";
  Hours hours{std::chrono::hours(21), std::chrono::hours(6)};
  bool operator==(const NightTheme&) const = default;
};

/// Themes that rule by themselves where no programme asks for one; nothing: such a moment has none of its own.
struct Themes {
  std::optional<std::string> festive = "festive";
  std::optional<std::string> solemn = "solemn";
  std::string mourning = "mourning";  ///< Before everything else.
  std::optional<NightTheme> night;
  bool operator==(const Themes&) const = default;
};

Themes read_themes(const Node& node, Report& report);

/// A theme that a config names, for whoever knows which themes there are.
struct NamedTheme {
  std::string name;
  Where at;
};

/// Where a config names themes. No part of its value: two configs that say the same are equal wherever they say it.
struct NamedThemes {
  std::vector<NamedTheme> all;
  bool operator==(const NamedThemes&) const { return true; }
};

/// The themes that a config names anywhere, whether a day may come that needs them or not.
NamedThemes themes_named_in(const Node& root, const Report& report);

}  // namespace lobby::config
