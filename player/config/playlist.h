#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

// What is shown in which proportions. Plain data; any thread.
namespace lobby::config {

enum class PlaylistKind {
  anniversaries,
  headlines,
  photos,
  headline_list,
  notices,
  welcomes,
  rosters,
  figures,
  quotations,
  series,  ///< The photos of one story after each other.
  weather
};

/// One step of the rotation; `count` slides of that kind (0: all there are).
struct PlaylistEntry {
  PlaylistKind kind;
  int count = 0;
  std::vector<std::string> from = {};  ///< Names of sources; empty: all.
  int every = 1;                       ///< The step has its turn in the first of so many rounds.
  bool operator==(const PlaylistEntry&) const = default;
};

/// News younger than `within` come up `times` as often as others; at 1 there is no difference.
struct Freshness {
  std::chrono::seconds within = std::chrono::hours(24);
  int times = 1;
  bool operator==(const Freshness&) const = default;
};

/// In which order the slides of a kind take turns, whatever the playlist.
struct Rotation {
  /// Nothing: news and photos in the order in which they come, the newest first. Else in an order of its own for each
  /// seed, in which those that stay keep their places when others come and go.
  std::optional<std::int32_t> seed = std::nullopt;
  /// Between the end of a slide's turn and its next, where there is enough else to show.
  std::map<PlaylistKind, std::chrono::seconds> least_gap = {};
  Freshness fresh = {};
  bool operator==(const Rotation&) const = default;
};

}  // namespace lobby::config
