#include "config/themes.h"

#include <algorithm>
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
  Form form = identifier().form;
  form.words = {"false"};
  return {"the name of a theme, or false", parse, {}, std::move(form)};
}

std::optional<NightTheme> read_night(const Node& node, Report& report) {
  if (const auto on = read_switch(node, "'night'", "{theme: night, from: 21:00, until: 06:00}", report)) {
    return *on ? std::optional(NightTheme()) : std::nullopt;
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

/// The value of a key of a map; null where there is no such map or key.
const Node* value_of(const Node* map, std::string_view key) {
  if (map == nullptr) return nullptr;
  const auto entry = std::ranges::find(map->entries, key, &MapEntry::key);
  return entry == map->entries.end() ? nullptr : &entry->value;
}

}  // namespace

NamedThemes themes_named_in(const Node& root, const Report& report) {
  NamedThemes themes;
  const auto add = [&](const Node* node) {
    if (node == nullptr || node->kind != Node::Kind::scalar) return;
    if (truth().parse(node->scalar) || !identifier().parse(node->scalar)) return;
    themes.all.push_back({node->scalar, report.where(node->at)});
  };
  add(value_of(&root, "theme"));
  const Node* by_themselves = value_of(&root, "themes");
  for (const std::string_view key : {"festive", "solemn", "mourning"}) add(value_of(by_themselves, key));
  add(value_of(value_of(by_themselves, "night"), "theme"));
  if (const Node* programmes = value_of(&root, "programmes")) {
    for (const Node& programme : programmes->items) add(value_of(&programme, "theme"));
  }
  return themes;
}

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
