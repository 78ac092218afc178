#include "config/config.h"

#include <algorithm>
#include <utility>

#include "base/format.h"
#include "config/anniversaries.h"
#include "config/notices.h"
#include "config/reader.h"
#include "config/source_list.h"

namespace lobby::config {

namespace {

constexpr std::size_t most_steps = 100;

Screen read_screen(const Node& node, Report& report) {
  const MapReader map(node, "'screen'", {"rotate", "timezone", "on"}, report);
  Screen screen;
  map.read("rotate", choice<int>({{"0", 0}, {"90", 90}, {"180", 180}, {"270", 270}}), screen.rotate);
  map.warn_unsupported("on");
  std::string name;
  if (!map.read("timezone", verbatim("the name of a time zone"), name)) return screen;
  if (const auto zone = TimeZone::named(name)) {
    screen.timezone = *zone;
  } else {
    report.error(map.place("timezone"), zone.error().message);
  }
  return screen;
}

Dwell read_dwell(const Node& node, Report& report) {
  const MapReader map(node, "'dwell'", {"base", "per_word", "least", "most", "fixed"}, report);
  Dwell dwell;
  map.read("base", short_duration("0s", "60s"), dwell.base);
  map.read("per_word", short_duration("0ms", "5s"), dwell.per_word);
  map.read("least", short_duration("1s", "3600s"), dwell.least);
  map.read("most", short_duration("1s", "3600s"), dwell.most);
  map.read("fixed", short_duration("1s", "3600s"), dwell.fixed);
  if (dwell.least > dwell.most) {
    report.error(map.place(map.has("least") ? "least" : "most"),
                 format("'least' ({}) must not be longer than 'most' ({})", dwell.least, dwell.most));
  }
  return dwell;
}

const Scalar<PlaylistKind>& playlist_kind() {
  static const auto scalar = choice<PlaylistKind>({{"anniversaries", PlaylistKind::anniversaries},
                                                   {"headlines", PlaylistKind::headlines},
                                                   {"photos", PlaylistKind::photos},
                                                   {"headline-list", PlaylistKind::headline_list},
                                                   {"notices", PlaylistKind::notices}});
  return scalar;
}

/// «headline-list», or «{headlines: 5}».
std::optional<PlaylistEntry> read_step(const Node& node, Report& report) {
  constexpr std::string_view what = "an entry of 'playlist'";
  if (node.kind != Node::Kind::map) {
    const auto kind = read_scalar(node, what, playlist_kind(), report);
    return kind ? std::optional(PlaylistEntry{*kind}) : std::nullopt;
  }
  if (node.entries.size() != 1) {
    report.error(node.at, format("{} names one kind of slide, as in {{headlines: 5}}", what));
    return std::nullopt;
  }
  const MapEntry& entry = node.entries.front();
  const Node name(Node::Kind::scalar, entry.at, entry.key);
  const auto kind = read_scalar(name, what, playlist_kind(), report);
  const auto count = read_scalar(entry.value, format("'{}'", entry.key), whole_number(1, 100), report);
  return kind && count ? std::optional(PlaylistEntry{*kind, *count}) : std::nullopt;
}

std::vector<PlaylistEntry> default_playlist() {
  return {{PlaylistKind::anniversaries},
          {PlaylistKind::headlines, 5},
          {PlaylistKind::photos, 2},
          {PlaylistKind::headline_list}};
}

std::vector<PlaylistEntry> read_playlist(const Node& node, Report& report) {
  const auto entries = read_list(node, "'playlist'", report);
  if (node.kind == Node::Kind::list && entries.empty()) report.error(node.at, "'playlist' needs at least one entry");
  if (entries.empty()) return default_playlist();
  if (entries.size() > most_steps) {
    report.error(entries[most_steps].at, format("'playlist' has more than {} entries", most_steps));
  }
  std::vector<PlaylistEntry> steps;
  for (const Node& entry : entries.first(std::min(entries.size(), most_steps))) {
    if (const auto step = read_step(entry, report)) steps.push_back(*step);
  }
  return steps;
}

/// A notice that no one put into the rotation must be seen all the same.
void ensure_notices(std::vector<PlaylistEntry>& playlist) {
  if (std::ranges::find(playlist, PlaylistKind::notices, &PlaylistEntry::kind) != playlist.end()) return;
  playlist.insert(playlist.begin(), {PlaylistKind::notices});
}

/// A server's «{"message": "Not Found"}» is a map as well. Taken for a config it would be an empty one, and clear the
/// screen.
void check_is_config(const MapReader& map, const Node& root) {
  if (root.entries.empty() || map.is_familiar()) return;
  map.report().error(root.at, "no key of this file is known; it is not a config of the player");
}

Config read_config(const Node& root, const Calendars& calendars, Report& report) {
  const MapReader map(root, "the file",
                      {"organisation", "screen", "theme", "sources", "calendars", "leave_out", "anniversaries",
                       "notices", "playlist", "dwell", "ca_file", "remote"},
                      report);
  check_is_config(map, root);
  Config config;
  const Node nothing(Node::Kind::null, root.at);
  const auto node = [&](std::string_view key) -> const Node& {
    const Node* found = map.find(key);
    return found ? *found : nothing;
  };
  map.read("organisation", screen_text(0, 200), config.organisation);
  config.screen = read_screen(node("screen"), report);
  map.read("theme", identifier(), config.theme);
  if (std::string roots; map.read("ca_file", verbatim("the path of a PEM file"), roots)) config.ca_file = roots;
  config.sources = read_sources(node("sources"), report);
  read_anniversaries(map, calendars, config);
  config.notices = read_notices(node("notices"), config.screen.timezone, report);
  config.playlist = read_playlist(node("playlist"), report);
  ensure_notices(config.playlist);
  config.dwell = read_dwell(node("dwell"), report);
  map.warn_unsupported("remote");
  return config;
}

}  // namespace

Checked<Config> parse_config(std::string_view yaml, const std::filesystem::path& file, const Calendars& calendars) {
  Report report(file.string(), Severity::warning);
  Config config;
  if (const auto root = parse_yaml(yaml, report)) config = read_config(*root, calendars, report);
  config.folder = file.parent_path();
  return std::move(report).checked(std::move(config));
}

Checked<Recipe> parse_recipe(std::string_view yaml, const std::filesystem::path& file) {
  Report report(file.string(), Severity::error);
  Recipe recipe;
  if (const auto root = parse_yaml(yaml, report)) {
    const Node* nested =
        root->entries.size() == 1 && root->entries[0].key == "recipe" ? &root->entries[0].value : nullptr;
    recipe = read_recipe(nested ? *nested : *root, report);
  }
  return std::move(report).checked(std::move(recipe));
}

}  // namespace lobby::config
