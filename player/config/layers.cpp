#include "config/layers.h"

#include <algorithm>
#include <array>
#include <functional>
#include <string_view>
#include <utility>

#include "base/format.h"

namespace lobby::config {

namespace {

namespace fs = std::filesystem;

/// What only the machine itself may say: who it is, whom it trusts, and where its own folders lie.
constexpr std::array<std::string_view, 4> only_here{"remote", "device", "duty_folder", "ca_file"};
constexpr std::array<std::string_view, 2> paths_of_all{"duty_folder", "ca_file"};
constexpr std::array<std::string_view, 5> paths_of_source{"feed", "page", "photos", "image", "weather"};

template <std::size_t size>
bool is_one_of(const std::array<std::string_view, size>& keys, std::string_view key) {
  return std::ranges::find(keys, key) != keys.end();
}

/// A secret of the machine: what a bundle holds many can read.
bool is_password(const MapEntry& entry, const MapEntry& part) {
  return entry.key == "push" && part.key == "password_file";
}

using TakePath = std::function<void(const MapEntry& entry, Node& path)>;

/// The scalars below an entry: itself, or those of its list.
void each_scalar(MapEntry& entry, const TakePath& take) {
  if (entry.value.kind == Node::Kind::scalar) take(entry, entry.value);
  for (Node& item : entry.value.items) {
    if (item.kind == Node::Kind::scalar) take(entry, item);
    for (MapEntry& part : item.entries) {
      if (is_one_of(paths_of_source, part.key)) each_scalar(part, take);
    }
  }
}

/// Every value of a config that may be the path of a file.
void each_path(Node& root, const TakePath& take) {
  for (MapEntry& entry : root.entries) {
    if (is_one_of(paths_of_all, entry.key)) each_scalar(entry, take);
    for (MapEntry& part : entry.value.entries) {
      if (is_password(entry, part)) each_scalar(part, take);
    }
    if (entry.key != "sources") continue;
    for (Node& source : entry.value.items) {
      for (MapEntry& part : source.entries) {
        if (is_one_of(paths_of_source, part.key)) each_scalar(part, take);
      }
    }
  }
}

bool is_address(std::string_view location) {
  return location.starts_with("http://") || location.starts_with("https://");
}

bool leads_out(const fs::path& path) {
  return path.is_absolute() || std::ranges::find(path, fs::path("..")) != path.end();
}

/// A stolen server, or a slip of who signs, must not reach beyond what was signed.
void refuse_what_reaches_out(Node& root, Report& report) {
  const auto refuse = [&report](const MapEntry& entry) {
    report.error(entry.at, format("'{}' is set on the machine itself, never in a bundle", entry.key));
  };
  for (const MapEntry& entry : root.entries) {
    if (is_one_of(only_here, entry.key)) refuse(entry);
    for (const MapEntry& part : entry.value.entries) {
      if (is_password(entry, part)) refuse(part);
    }
  }
  each_path(root, [&report](const MapEntry& entry, const Node& path) {
    if (path.scalar.starts_with("file:") || (!is_address(path.scalar) && leads_out(path.scalar))) {
      report.error(path.at,
                   format("'{}' leads out of the bundle; name a file of the bundle, or an address", entry.key));
    }
  });
}

void make_whole(Node& root, const fs::path& folder) {
  each_path(root, [&folder](const MapEntry&, Node& path) {
    if (!is_address(path.scalar) && !path.scalar.starts_with("file:")) path.scalar = (folder / path.scalar).string();
  });
}

void lay_over(Node& below, Node above);

void lay_entry_over(Node& below, MapEntry above) {
  const auto same = std::ranges::find(below.entries, above.key, &MapEntry::key);
  if (same == below.entries.end()) {
    below.entries.push_back(std::move(above));
  } else {
    same->at = above.at;
    lay_over(same->value, std::move(above.value));
  }
}

void lay_over(Node& below, Node above) {
  if (below.kind != Node::Kind::map || above.kind != Node::Kind::map) {
    below = std::move(above);
    return;
  }
  for (MapEntry& entry : above.entries) lay_entry_over(below, std::move(entry));
}

}  // namespace

std::optional<Node> merged(std::span<const Layer> layers, Report& report) {
  std::optional<Node> all;
  bool readable = true;
  for (std::size_t index = 0; index < layers.size(); ++index) {
    const Layer& layer = layers[index];
    if (index > 0) report.begin_file(layer.name);
    auto root = parse_yaml(layer.text, report);
    readable = readable && root;
    if (!root) continue;
    if (layer.from == From::afar) refuse_what_reaches_out(*root, report);
    if (layer.folder != layers.front().folder) make_whole(*root, layer.folder);
    if (all) {
      lay_over(*all, *std::move(root));
    } else {
      all = std::move(root);
    }
  }
  return readable ? all : std::nullopt;
}

}  // namespace lobby::config
