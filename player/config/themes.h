#pragma once

#include <optional>
#include <string>

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

}  // namespace lobby::config
