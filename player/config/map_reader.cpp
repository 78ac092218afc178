#include "config/map_reader.h"

#include <algorithm>

#include "config/source_text.h"

namespace lobby::config {

namespace {

void note_pair(std::vector<std::pair<std::string, std::string>>& pairs, std::string_view one, std::string_view other) {
  std::pair<std::string, std::string> pair(one, other);
  if (std::ranges::find(pairs, pair) == pairs.end()) pairs.push_back(std::move(pair));
}

}  // namespace

MapReader::MapReader(const Node& node, std::string_view what, std::span<const std::string_view> keys, Report& report,
                     UnknownKeys unknown)
    : node_(node), report_(report) {
  if (node.spot != nullptr) {
    form_ = recorder().note_map(*node.spot, what, keys);
    return;
  }
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

bool MapReader::readable() const {
  return node_.kind == Node::Kind::map || node_.kind == Node::Kind::null || form_ != nullptr;
}

bool MapReader::has(std::string_view key) const {
  if (form_ != nullptr) return recorder().is_there(*form_, key);
  return find(key) != nullptr;
}

const Node* MapReader::find(std::string_view key) const {
  if (form_ != nullptr) return recorder().value_of(*form_, key);
  const auto entry = std::ranges::find(node_.entries, key, &MapEntry::key);
  return entry == node_.entries.end() ? nullptr : &entry->value;
}

const Node* MapReader::require(std::string_view key) const {
  if (form_ != nullptr) recorder().note_required(*form_, key);
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

bool MapReader::has_one_of(std::span<const std::string_view> keys, std::string_view otherwise) const {
  if (form_ != nullptr) form_->one_of.assign(keys.begin(), keys.end());
  const auto count = std::ranges::count_if(keys, [this](std::string_view key) { return has(key); });
  if (count != 1) report_.error(at(), std::string(otherwise));
  return count == 1;
}

void MapReader::check_goes_with(std::string_view key, std::string_view other) const {
  if (form_ != nullptr) note_pair(form_->goes_with, key, other);
  if (has(key) && !has(other)) report_.error(place(key), format("'{}' goes with '{}' only", key, other));
}

void MapReader::check_not_both(std::string_view key, std::string_view other, std::string_view message) const {
  if (form_ != nullptr) note_pair(form_->never_both, key, other);
  if (has(key) && has(other)) report_.error(place(other), std::string(message));
}

void MapReader::note_default(std::string_view key, std::optional<std::string> standard) const {
  recorder().note_default(*form_, key, std::move(standard));
}

std::string MapReader::word_in_walk(std::string_view key, std::span<const std::string_view> words) const {
  recorder().note_words(*form_, key, words);
  return recorder().word_of(*form_, key);
}

}  // namespace lobby::config
