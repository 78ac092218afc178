#include "config/programme.h"

#include "config/config.h"

namespace lobby::config {

namespace {

bool is_due(const Programme& programme, const std::optional<LocalTime>& now) {
  return programme.when.always() || (now && holds(programme.when, *now));
}

}  // namespace

Rulers rulers_at(const Config& config, const std::optional<LocalTime>& now) {
  Rulers rulers;
  const auto stronger = [](const Programme& one, const Programme* other) {
    return other == nullptr || one.priority > other->priority;
  };
  for (const Programme& programme : config.programmes) {
    if (!is_due(programme, now)) continue;
    if (!programme.playlist.empty() && stronger(programme, rulers.playlist)) rulers.playlist = &programme;
    if (programme.theme && stronger(programme, rulers.theme)) rulers.theme = &programme;
  }
  return rulers;
}

const std::vector<PlaylistEntry>& playlist_at(const Config& config, const std::optional<LocalTime>& now) {
  const Programme* ruler = rulers_at(config, now).playlist;
  return ruler != nullptr ? ruler->playlist : config.playlist;
}

std::optional<LocalTime> programmes_change_at(const Config& config, const LocalTime& from, std::chrono::days horizon) {
  std::optional<LocalTime> next;
  for (const Programme& programme : config.programmes) {
    const auto edge = changes_at(programme.when, from, horizon);
    if (edge && (!next || *edge < *next)) next = edge;
  }
  return next;
}

}  // namespace lobby::config
