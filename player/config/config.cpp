#include "config/config.h"

#include <set>
#include <utility>

#include "base/format.h"
#include "config/anniversaries.h"
#include "config/mourning.h"
#include "config/notices.h"
#include "config/placard_reader.h"
#include "config/playlist_reader.h"
#include "config/programme_reader.h"
#include "config/reader.h"
#include "config/remote_reader.h"
#include "config/source_list.h"

namespace lobby::config {

namespace {

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

/// A server's «{"message": "Not Found"}» is a map as well. Taken for a config it would be an empty one, and clear the
/// screen.
void check_is_config(const MapReader& map, const Node& root) {
  std::set<std::size_t> told;
  for (const MapEntry& entry : root.entries) {
    if (map.is_familiar(entry.at.file) || !told.insert(entry.at.file).second) continue;
    map.report().error({1, 1, entry.at.file}, "no key of this file is known; it is not a config of the player");
  }
}

/// A layer from afar does not know the device, so a topic without one is no error.
void check_group(const MapReader& map, const Config& config) {
  if (!config.device.group.empty()) return;
  constexpr std::string_view message = "'{{group}}' in the '{}' stands for the 'group' of 'device', which is missing";
  if (config.remote && config.remote->url.contains("{group}")) {
    map.report().error(map.place("remote"), format(message, "url"));
  }
  if (config.push && config.push->topic.contains("{group}")) {
    map.report().warning(map.place("push"), format(message, "topic"));
  }
}

Config read_config(const Node& root, const Calendars& calendars, Report& report) {
  const MapReader map(root, "the file",
                      {"organisation",  "screen",  "theme",       "themes",      "sources",  "calendars", "leave_out",
                       "anniversaries", "notices", "duty_folder", "notice_feed", "mourning", "playlist",  "programmes",
                       "rotation",      "dwell",   "movement",    "panel_care",  "ca_file",  "remote",    "welcomes",
                       "rosters",       "figures", "quotations",  "qr",          "ticker",   "device",    "push"},
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
  config.themes = read_themes(node("themes"), report);
  config.named_themes = themes_named_in(root, report);
  if (std::string roots; map.read("ca_file", verbatim("the path of a PEM file"), roots)) config.ca_file = roots;
  config.sources = read_sources(node("sources"), report);
  read_anniversaries(map, calendars, config);
  config.notices = read_notices(node("notices"), config.screen.timezone, report);
  if (std::string folder; map.read("duty_folder", verbatim("the path of a folder"), folder)) {
    config.duty_folder = folder;
  }
  config.notice_feed = read_notice_feed(node("notice_feed"), report);
  config.push = read_push(node("push"), report);
  config.mourning = read_mourning(node("mourning"), config.screen.timezone, report);
  config.playlist = read_playlist(node("playlist"), config.sources, report);
  config.programmes = read_programmes(node("programmes"), config.sources, report);
  config.placards = read_placards(map, config.screen.timezone);
  show_placards(map, config);
  show_weather(map, config);
  config.rotation = read_rotation(node("rotation"), report);
  config.dwell = read_dwell(node("dwell"), report);
  config.movement = read_movement(node("movement"), report);
  config.panel_care = read_panel_care(node("panel_care"), report);
  map.read("qr", truth(), config.qr);
  config.ticker = read_ticker(node("ticker"), config.sources, report);
  config.device = read_device(node("device"), report);
  config.remote = read_remote(node("remote"), report);
  check_group(map, config);
  return config;
}

}  // namespace

Checked<Config> parse_config(std::string_view yaml, const std::filesystem::path& file, const Calendars& calendars) {
  const Layer layer{file.string(), file.parent_path(), std::string(yaml)};
  return parse_config(std::span(&layer, 1), calendars);
}

Checked<Config> parse_config(std::span<const Layer> layers, const Calendars& calendars) {
  Report report(layers.front().name, Severity::warning);
  Config config;
  if (const auto root = merged(layers, report)) config = read_config(*root, calendars, report);
  config.folder = layers.front().folder;
  if (layers.back().folder != config.folder) config.local_folder = layers.back().folder;
  return std::move(report).checked(std::move(config));
}

Schema config_schema() {
  return Recorder::schema_of([](const Node& root, Report& report) { read_config(root, {}, report); }, config_notes());
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
