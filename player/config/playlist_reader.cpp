#include "config/playlist_reader.h"

#include <algorithm>
#include <limits>

#include "base/format.h"
#include "config/source_list.h"

namespace lobby::config {

namespace {

constexpr std::size_t most_steps = 100;
constexpr std::string_view what = "an entry of 'playlist'";

const Scalar<PlaylistKind>& playlist_kind() {
  static const auto scalar = choice<PlaylistKind>({{"anniversaries", PlaylistKind::anniversaries},
                                                   {"headlines", PlaylistKind::headlines},
                                                   {"photos", PlaylistKind::photos},
                                                   {"headline-list", PlaylistKind::headline_list},
                                                   {"notices", PlaylistKind::notices},
                                                   {"welcomes", PlaylistKind::welcomes},
                                                   {"rosters", PlaylistKind::rosters},
                                                   {"figures", PlaylistKind::figures},
                                                   {"quotations", PlaylistKind::quotations},
                                                   {"series", PlaylistKind::series},
                                                   {"weather", PlaylistKind::weather}});
  return scalar;
}

bool is_kind(std::string_view word) { return playlist_kind().parse(word).has_value(); }

/// The entry of a step that names its kind: the only one beside `from` and `every`, or the only one that is a kind.
const MapEntry* kind_entry(const Node& node) {
  std::vector<const MapEntry*> candidates;
  for (const MapEntry& entry : node.entries) {
    if (entry.key != "from" && entry.key != "every") candidates.push_back(&entry);
  }
  if (candidates.size() > 1) std::erase_if(candidates, [](const MapEntry* entry) { return !is_kind(entry->key); });
  return candidates.size() == 1 ? candidates.front() : nullptr;
}

bool comes_from_sources(PlaylistKind kind) {
  return kind == PlaylistKind::headlines || kind == PlaylistKind::photos || kind == PlaylistKind::headline_list ||
         kind == PlaylistKind::series || kind == PlaylistKind::weather;
}

std::vector<std::string> read_from(const MapReader& map, PlaylistKind kind, std::span<const Source> sources) {
  const Node* node = map.find("from");
  if (node == nullptr) return {};
  if (!comes_from_sources(kind)) {
    map.report().error(
        node->at,
        "'from' is for headlines, photos, series, headline-list and weather; nothing else comes from a source");
    return {};
  }
  return read_source_names(*node, "'from'", sources, map.report());
}

Scalar<int> slide_count() { return whole_number(1, 100); }
Scalar<int> rounds() { return whole_number(1, 100); }

/// A step whose kind may be any, for a schema: of a file it is the key that tells the kind.
void note_step(const Node& node, std::span<const Source> sources, Report& report) {
  const auto& kinds = playlist_kind().words;
  std::vector<std::string_view> keys(kinds);
  keys.insert(keys.end(), {"from", "every"});
  const MapReader map(node, what, keys, report);
  map.has_one_of(kinds, {});
  Scalar<int> count = slide_count();
  count.form.words = {"all"};
  count.expected += ", or all";
  for (const std::string_view kind : kinds) {
    if (const Node* value = map.find(kind)) read_scalar(*value, kind, count, report);
  }
  read_from(map, PlaylistKind::headlines, sources);
  PlaylistEntry entry{PlaylistKind::headlines};
  map.read("every", rounds(), entry.every);
}

/// «headline-list», «{headlines: 5}» or «{headlines: 5, from: [Tin tức], every: 2}».
std::optional<PlaylistEntry> read_step(const Node& node, std::span<const Source> sources, Report& report) {
  if (may_be_scalar(node) || !may_be_map(node)) {
    const auto kind = read_scalar(node, what, playlist_kind(), report);
    if (!may_be_map(node)) return kind ? std::optional(PlaylistEntry{*kind}) : std::nullopt;
  }
  if (node.kind == Node::Kind::anything) {
    note_step(node, sources, report);
    return std::nullopt;
  }
  const MapEntry* step = kind_entry(node);
  if (step == nullptr) {
    report.error(node.at, format("{} names one kind of slide, as in {{headlines: 5}}", what));
    return std::nullopt;
  }
  const MapReader map(node, what, {step->key, "from", "every"}, report);
  const Node name(Node::Kind::scalar, step->at, step->key);
  const auto kind = read_scalar(name, what, playlist_kind(), report);
  const bool all = step->value.kind == Node::Kind::scalar && step->value.scalar == "all";
  const auto count = all ? 0 : read_scalar(step->value, format("'{}'", step->key), slide_count(), report);
  if (!kind || !count) return std::nullopt;
  PlaylistEntry entry{*kind, *count, read_from(map, *kind, sources)};
  map.read("every", rounds(), entry.every);
  return entry;
}

std::vector<PlaylistEntry> default_playlist() {
  return {{PlaylistKind::anniversaries},
          {PlaylistKind::headlines, 5},
          {PlaylistKind::photos, 2},
          {PlaylistKind::headline_list}};
}

std::vector<PlaylistEntry> read_steps(const Node& node, std::span<const Source> sources, Report& report) {
  if (is_nothing(node)) return default_playlist();
  const auto entries = read_filled_list(node, "'playlist'", report);
  if (entries.empty()) return default_playlist();
  std::vector<PlaylistEntry> steps;
  for (const Node& entry : read_at_most(entries, most_steps, "'playlist'", report)) {
    if (auto step = read_step(entry, sources, report)) steps.push_back(*std::move(step));
  }
  return steps;
}

std::map<PlaylistKind, std::chrono::seconds> read_least_gap(const Node& node, Report& report) {
  const auto gap = duration("0s", "6h");
  std::map<PlaylistKind, std::chrono::seconds> gaps;
  if (may_be_scalar(node)) {
    const auto value = read_scalar(node, "'least_gap'", gap, report);
    for (const auto word : playlist_kind().words) {
      if (const auto kind = playlist_kind().parse(word); kind && value) gaps[*kind] = *value;
    }
  }
  if (node.kind == Node::Kind::scalar) return gaps;
  const MapReader map(node, "'least_gap'", playlist_kind().words, report);
  for (const auto word : playlist_kind().words) {
    const auto kind = playlist_kind().parse(word);
    if (std::optional<std::chrono::seconds> value; kind && map.read(word, gap, value) && value) gaps[*kind] = *value;
  }
  return gaps;
}

}  // namespace

std::vector<PlaylistEntry> read_playlist(const Node& node, std::span<const Source> sources, Report& report) {
  auto steps = read_steps(node, sources, report);
  if (std::ranges::find(steps, PlaylistKind::notices, &PlaylistEntry::kind) == steps.end()) {
    steps.insert(steps.begin(), {PlaylistKind::notices});
  }
  return steps;
}

Rotation read_rotation(const Node& node, Report& report) {
  const MapReader map(node, "'rotation'", {"seed", "least_gap", "fresh"}, report);
  Rotation rotation;
  map.read("seed", whole_number(0, std::numeric_limits<std::int32_t>::max()), rotation.seed);
  if (const Node* gap = map.find("least_gap")) rotation.least_gap = read_least_gap(*gap, report);
  if (const Node* node_of_fresh = map.find("fresh")) {
    const MapReader fresh(*node_of_fresh, "'fresh'", {"within", "times"}, report);
    rotation.fresh.times = 2;
    fresh.read("within", duration("1m", "30d"), rotation.fresh.within);
    fresh.read("times", whole_number(1, 3), rotation.fresh.times);
  }
  return rotation;
}

}  // namespace lobby::config
