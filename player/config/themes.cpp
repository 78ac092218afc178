#include "config/themes.h"

#include <optional>
#include <utility>

#include "config/occasion_reader.h"
#include "config/reader.h"

namespace lobby::config {

namespace {

/// The name of a theme; «false», «no» or «off»: none.
Scalar<std::optional<std::string>> theme_or_none() {
  using Name = std::optional<std::string>;
  const auto parse = [](std::string_view text) -> std::optional<Name> {
    if (const auto written = truth().parse(text)) {
      return *written ? std::nullopt : std::optional<Name>(std::in_place);
    }
    auto name = identifier().parse(text);
    return name ? std::optional<Name>(std::in_place, *std::move(name)) : std::nullopt;
  };
  return {"the name of a theme, or false", parse};
}

std::optional<NightTheme> read_night(const Node& node, Report& report) {
  if (node.kind == Node::Kind::null) return std::nullopt;
  if (node.kind == Node::Kind::scalar) {
    Scalar<bool> scalar = truth();
    scalar.expected = "true, false, or a map such as {theme: night, from: 21:00, until: 06:00}";
    return read_scalar(node, "'night'", scalar, report).value_or(false) ? std::optional(NightTheme()) : std::nullopt;
  }
  const MapReader map(node, "'night'", {"theme", "from", "until"}, report);
  if (!map.readable()) return std::nullopt;
  NightTheme night;
  map.read("theme", identifier(), night.theme);
  map.read("from", time_of_day(), night.hours.from);
  map.read("until", time_of_day(), night.hours.until);
  if (night.hours.from == night.hours.until) {
    report.error(map.place(map.has("until") ? "until" : "from"), "'until' must be another time than 'from'");
  }
  return night;
}

}  // namespace

Themes read_themes(const Node& node, Report& report) {
  const MapReader map(node, "'themes'", {"festive", "solemn", "mourning", "night"}, report);
  Themes themes;
  map.read("festive", theme_or_none(), themes.festive);
  map.read("solemn", theme_or_none(), themes.solemn);
  map.read("mourning", identifier(), themes.mourning);
  if (const Node* night = map.find("night")) themes.night = read_night(*night, report);
  return themes;
}

}  // namespace lobby::config
