#include "config/placard_reader.h"

#include <algorithm>

#include "base/format.h"
#include "config/notices.h"
#include "config/occasion_reader.h"

namespace lobby::config {

namespace {

constexpr std::size_t most_placards = 100;

/// The entries of a list of the config, each by its reader.
template <typename T>
std::vector<T> read_entries(const MapReader& map, std::string_view key, const TimeZone& zone,
                            T (*read)(const Node&, std::string_view, const TimeZone&, Report&)) {
  std::vector<T> entries;
  const std::string name = format("'{}'", key);
  for (const Node& node : read_at_most(map.list(key), most_placards, name, map.report())) {
    entries.push_back(read(node, format("an entry of {}", name), zone, map.report()));
  }
  return entries;
}

Term read_term(const MapReader& map, const TimeZone& zone) {
  Term term;
  read_term(map, zone, term.from, term.until);
  if (const Node* when = map.find("when")) term.when = read_occasion(*when, map.report());
  return term;
}

Welcome read_welcome(const Node& node, std::string_view what, const TimeZone& zone, Report& report) {
  const MapReader map(node, what, {"who", "detail", "from", "until", "when"}, report);
  Welcome welcome;
  map.require("who", screen_text(1, 300), welcome.who);
  map.read("detail", screen_text(0, 300), welcome.detail);
  welcome.term = read_term(map, zone);
  return welcome;
}

std::vector<std::string> read_cells(const Node& node, std::size_t columns, Report& report) {
  std::vector<std::string> cells;
  for (const Node& cell : read_list(node, "an entry of 'rows'", report)) {
    cells.push_back(read_scalar(cell, "a cell of 'rows'", screen_text(0, 120), report).value_or(""));
  }
  if (node.kind == Node::Kind::list && cells.size() != columns) {
    report.error(node.at, format("a row of {} cells in a table of {} columns", cells.size(), columns));
  }
  return cells;
}

/// «[Ca sáng, Nguyễn Văn An]», or «{cells: [Ca sáng, Nguyễn Văn An], when: {weekdays: mon}}».
RosterRow read_row(const Node& node, std::size_t columns, Report& report) {
  RosterRow row;
  if (may_be_map(node)) {
    const MapReader map(node, "an entry of 'rows'", {"cells", "when"}, report);
    if (const Node* when = map.find("when")) row.when = read_occasion(*when, report);
    if (const Node* cells = map.require("cells")) row.cells = read_cells(*cells, columns, report);
  }
  if (node.kind != Node::Kind::map) row.cells = read_cells(node, columns, report);
  return row;
}

std::vector<std::string> read_columns(const MapReader& map) {
  constexpr std::size_t most_columns = 6;
  std::vector<std::string> columns;
  for (const Node& head : read_at_most(map.require_list("columns"), most_columns, "'columns'", map.report())) {
    columns.push_back(read_scalar(head, "an entry of 'columns'", screen_text(1, 60), map.report()).value_or(""));
  }
  return columns;
}

Roster read_roster(const Node& node, std::string_view what, const TimeZone& zone, Report& report) {
  const MapReader map(node, what, {"title", "columns", "rows", "show", "from", "until", "when"}, report);
  Roster roster;
  map.require("title", screen_text(1, 150), roster.title);
  roster.columns = read_columns(map);
  for (const Node& row : read_at_most(map.require_list("rows"), most_placards, "'rows'", report)) {
    roster.rows.push_back(read_row(row, roster.columns.size(), report));
  }
  map.read("show", choice<bool>({{"all", false}, {"due", true}}), roster.only_due);
  roster.term = read_term(map, zone);
  return roster;
}

Figure read_figure(const Node& node, Report& report) {
  const MapReader map(node, "an entry of 'entries'", {"value", "unit", "caption", "change"}, report);
  Figure figure;
  map.require("value", screen_text(1, 24), figure.value);
  map.read("unit", screen_text(0, 40), figure.unit);
  map.require("caption", screen_text(1, 120), figure.caption);
  map.read("change", screen_text(0, 60), figure.change);
  return figure;
}

FigureSet read_figure_set(const Node& node, std::string_view what, const TimeZone& zone, Report& report) {
  constexpr std::size_t least_figures = 2;
  constexpr std::size_t most_figures = 6;
  const MapReader map(node, what, {"title", "entries", "from", "until", "when"}, report);
  FigureSet set;
  map.require("title", screen_text(1, 150), set.title);
  const auto entries = map.require_list("entries");
  if (!entries.empty() && !has_at_least(entries, least_figures)) {
    report.error(map.place("entries"), format("'entries' needs at least {} figures", least_figures));
  }
  for (const Node& entry : read_at_most(entries, most_figures, "'entries'", report)) {
    set.entries.push_back(read_figure(entry, report));
  }
  set.term = read_term(map, zone);
  return set;
}

/// The layout sets the marks, the same for all; those that the author wrote around the whole are left out.
std::string without_marks(std::string text) {
  constexpr std::pair<std::string_view, std::string_view> marks[] = {{"“", "”"}, {"\"", "\""}, {"«", "»"}, {"'", "'"}};
  for (const auto& [open, close] : marks) {
    if (text.size() <= open.size() + close.size() || !text.starts_with(open) || !text.ends_with(close)) continue;
    const std::string inside = text.substr(open.size(), text.size() - open.size() - close.size());
    // «“A” và “B”» begins and ends with marks that are not a pair.
    if (inside.find(open) == std::string::npos && inside.find(close) == std::string::npos) return inside;
  }
  return text;
}

Quotation read_quotation(const Node& node, std::string_view what, const TimeZone& zone, Report& report) {
  const MapReader map(node, what, {"text", "author", "source", "from", "until", "when"}, report);
  Quotation quotation;
  map.require("text", screen_text(1, 400), quotation.text);
  quotation.text = without_marks(std::move(quotation.text));
  map.read("author", screen_text(0, 100), quotation.author);
  map.read("source", screen_text(0, 200), quotation.source);
  quotation.term = read_term(map, zone);
  return quotation;
}

/// The kinds of placards, each with its key, which is its step, too.
struct PlacardKind {
  std::string_view key;
  PlaylistEntry step;
  bool (*any)(const Placards&);
};

const std::vector<PlacardKind>& placard_kinds() {
  static const std::vector<PlacardKind> kinds{
      {"welcomes", {PlaylistKind::welcomes}, [](const Placards& placards) { return !placards.welcomes.empty(); }},
      {"rosters", {PlaylistKind::rosters}, [](const Placards& placards) { return !placards.rosters.empty(); }},
      {"figures", {PlaylistKind::figures, 1}, [](const Placards& placards) { return !placards.figures.empty(); }},
      {"quotations", {PlaylistKind::quotations, 1}, [](const Placards& placards) {
         return !placards.quotations.empty();
       }}};
  return kinds;
}

bool is_named(PlaylistKind kind, const Config& config) {
  const auto names = [&](const std::vector<PlaylistEntry>& playlist) {
    return std::ranges::find(playlist, kind, &PlaylistEntry::kind) != playlist.end();
  };
  return names(config.playlist) ||
         std::ranges::any_of(config.programmes, [&](const Programme& each) { return names(each.playlist); });
}

bool is_weather(const Source& source) { return std::holds_alternative<WeatherSource>(source.what); }

}  // namespace

Placards read_placards(const MapReader& map, const TimeZone& zone) {
  return {read_entries(map, "welcomes", zone, read_welcome), read_entries(map, "rosters", zone, read_roster),
          read_entries(map, "figures", zone, read_figure_set), read_entries(map, "quotations", zone, read_quotation)};
}

void show_placards(const MapReader& map, Config& config) {
  const bool chosen = map.has("playlist");
  for (const PlacardKind& kind : placard_kinds()) {
    if (!kind.any(config.placards)) continue;
    if (!chosen) {
      const bool first = kind.step.kind == PlaylistKind::welcomes;
      config.playlist.insert(first ? config.playlist.begin() : config.playlist.end(), kind.step);
    } else if (!is_named(kind.step.kind, config)) {
      map.report().warning(map.place(kind.key), format("no step of 'playlist' shows '{0}'; add {0} to it", kind.key));
    }
  }
}

void show_weather(const MapReader& map, Config& config) {
  if (std::ranges::none_of(config.sources, is_weather)) return;
  if (!map.has("playlist")) {
    config.playlist.push_back({PlaylistKind::weather});
  } else if (!is_named(PlaylistKind::weather, config)) {
    map.report().warning(map.place("playlist"), "no step of 'playlist' shows the source of weather; add weather to it");
  }
}

}  // namespace lobby::config
