#include "config/reader.h"

#include <algorithm>

#include "config/source_text.h"

namespace lobby::config {

void report_mismatch(const Node& node, std::string_view what, std::string_view expected,
                     std::span<const std::string_view> words, Report& report) {
  if (node.kind == Node::Kind::refused) return;
  const std::string hint = node.kind == Node::Kind::scalar ? suggestion(node.scalar, words) : std::string();
  report.error(node.at, format("{} must be {}, not {}{}", what, expected, description(node), hint));
}

std::span<const Node> read_list(const Node& node, std::string_view what, Report& report) {
  if (node.kind == Node::Kind::list) return node.items;
  if (node.kind != Node::Kind::null) report_mismatch(node, what, "a list", {}, report);
  return {};
}

std::span<const Node> read_filled_list(const Node& node, std::string_view what, Report& report) {
  const bool is_empty = node.kind == Node::Kind::null || (node.kind == Node::Kind::list && node.items.empty());
  if (is_empty) report.error(node.at, format("{} needs at least one entry", what));
  return read_list(node, what, report);
}

std::span<const Node> read_one_or_more(const Node& node, std::string_view what, Report& report) {
  if (node.kind == Node::Kind::scalar || node.kind == Node::Kind::map) return {&node, 1};
  return read_filled_list(node, what, report);
}

std::span<const Node> read_at_most(std::span<const Node> entries, std::size_t most, std::string_view what,
                                   Report& report) {
  if (entries.size() <= most) return entries;
  report.error(entries[most].at, format("{} has more than {} entries", what, most));
  return entries.first(most);
}

MapReader::MapReader(const Node& node, std::string_view what, std::span<const std::string_view> keys, Report& report,
                     UnknownKeys unknown)
    : node_(node), report_(report) {
  if (!readable()) report_mismatch(node, what, "a map", {}, report);
  for (const MapEntry& entry : node.entries) {
    const bool known = std::ranges::find(keys, entry.key) != keys.end();
    const std::string hint = known ? std::string() : suggestion(entry.key, keys);
    if (known || !hint.empty()) familiar_.insert(entry.at.file);
    if (known) continue;
    std::string message = format("unknown key '{}'{}", excerpt(entry.key), hint);
    if (unknown == UnknownKeys::wrong) {
      report.error(entry.at, std::move(message));
    } else {
      report.unknown_key(entry.at, std::move(message));
    }
  }
}

bool MapReader::readable() const { return node_.kind == Node::Kind::map || node_.kind == Node::Kind::null; }

const Node* MapReader::find(std::string_view key) const {
  const auto entry = std::ranges::find(node_.entries, key, &MapEntry::key);
  return entry == node_.entries.end() ? nullptr : &entry->value;
}

const Node* MapReader::require(std::string_view key) const {
  const Node* node = find(key);
  if (!node && readable()) report_.error(node_.at, format("the key '{}' is missing", key));
  return node;
}

Position MapReader::place(std::string_view key) const {
  const Node* node = find(key);
  return node ? node->at : node_.at;
}

std::span<const Node> MapReader::list(std::string_view key) const {
  const Node* node = find(key);
  return node ? read_list(*node, format("'{}'", key), report_) : std::span<const Node>();
}

std::span<const Node> MapReader::require_list(std::string_view key) const {
  const Node* node = require(key);
  return node ? read_filled_list(*node, format("'{}'", key), report_) : std::span<const Node>();
}

void MapReader::warn_unsupported(std::string_view key) const {
  const auto entry = std::ranges::find(node_.entries, key, &MapEntry::key);
  if (entry == node_.entries.end()) return;
  report_.warning(entry->at, format("'{}' is not supported by this version and has no effect", key));
}

std::optional<bool> read_switch(const Node& node, std::string_view what, std::string_view example, Report& report) {
  if (node.kind == Node::Kind::null) return false;
  if (node.kind != Node::Kind::scalar) return std::nullopt;
  Scalar<bool> scalar = truth();
  scalar.expected = format("true, false, or a map such as {}", example);
  return read_scalar(node, what, scalar, report).value_or(false);
}

}  // namespace lobby::config
