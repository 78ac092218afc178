#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "config/report.h"

// YAML as people write it by hand: maps, lists and scalars. What a reader could overlook (duplicate keys) and what
// nobody needs here (anchors, aliases, tags, several documents) is refused. Pure; any thread.
namespace lobby::config {

struct MapEntry;
struct Spot;

/// A value and its place in the file.
struct Node {
  enum class Kind {
    null,      ///< Nothing was written: «key:», «~».
    scalar,    ///< `scalar` is the text, quotes and escapes resolved; «12» and «true» are text, too.
    list,      ///< `items`
    map,       ///< `entries`, in the order of the file; no key twice
    refused,   ///< Was reported already; a reader passes over it.
    anything,  ///< In no file: whoever reads it tells what it may be (config/recorder.h).
  };
  Node() = default;
  Node(Kind its_kind, Position its_place, std::string text = {});

  Kind kind = Kind::null;
  Position at;
  std::string scalar;
  std::vector<Node> items;
  std::vector<MapEntry> entries;
  const Spot* spot = nullptr;  ///< Where a node that may be anything notes what it is asked for.
};

struct MapEntry {
  std::string key;
  Position at;  ///< Of the key.
  Node value;
};

/// The deepest nesting of maps and lists; a config needs four, a layout with regions in regions of regions 22.
inline constexpr int most_depth = 24;

/// The one document of a file, whose root is a map. Nothing when the text cannot be read at all; smaller mistakes
/// are reported and the rest is still returned, so that all of them come to light at once.
std::optional<Node> parse_yaml(std::string_view bytes, Report& report);

/// What a person would call the node in an error message: «a list», «a map», «nothing», «'45'».
std::string description(const Node& node);

}  // namespace lobby::config
