#include "config/programme_reader.h"

#include <algorithm>

#include "base/format.h"
#include "config/occasion_reader.h"
#include "config/playlist_reader.h"

namespace lobby::config {

namespace {

constexpr std::size_t most_programmes = 100;

Programme read_programme(const Node& node, std::span<const Source> sources, Report& report) {
  const MapReader map(node, "an entry of 'programmes'", {"name", "when", "priority", "playlist", "theme"}, report);
  Programme programme;
  map.require("name", screen_text(1, 100), programme.name);
  if (const Node* when = map.find("when")) programme.when = read_occasion(*when, report);
  map.read("priority", whole_number(-1000, 1000), programme.priority);
  if (const Node* playlist = map.find("playlist")) programme.playlist = read_playlist(*playlist, sources, report);
  map.read("theme", identifier(), programme.theme);
  if (map.readable() && !map.has("playlist") && !map.has("theme")) {
    report.warning(map.at(), "a programme without 'playlist' and 'theme' changes nothing");
  }
  return programme;
}

}  // namespace

std::vector<Programme> read_programmes(const Node& node, std::span<const Source> sources, Report& report) {
  std::vector<Programme> programmes;
  constexpr std::string_view what = "'programmes'";
  for (const Node& entry : read_at_most(read_list(node, what, report), most_programmes, what, report)) {
    Programme programme = read_programme(entry, sources, report);
    if (!programme.name.empty() &&
        std::ranges::find(programmes, programme.name, &Programme::name) != programmes.end()) {
      report.error(entry.at, format("another programme is named '{}', too", programme.name));
    }
    programmes.push_back(std::move(programme));
  }
  return programmes;
}

}  // namespace lobby::config
