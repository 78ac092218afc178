#include "config/recorder.h"

#include <algorithm>

#include "base/format.h"

namespace lobby::config {

namespace {

void add_notes(MapForm& map, std::span<const KeyNote> notes) {
  for (KeyForm& key : map.keys) {
    const auto is_its = [&](const KeyNote& note) { return note.map == map.what && note.key == key.name; };
    if (const auto note = std::ranges::find_if(notes, is_its); note != notes.end()) key.note = note->note;
  }
}

}  // namespace

Schema Recorder::schema_of(const Reader& read, std::span<const KeyNote> notes) {
  Recorder recorder;
  for (std::size_t index = 0; index < recorder.foci_.size(); ++index) {
    recorder.focus_ = recorder.foci_[index];
    recorder.walk(read);
  }
  Schema schema;
  for (MapForm& map : recorder.maps_) {
    add_notes(map, notes);
    schema.maps.push_back(std::move(map));
  }
  schema.undeclared.assign(recorder.undeclared_.begin(), recorder.undeclared_.end());
  return schema;
}

void Recorder::walk(const Reader& read) {
  walked_.clear();
  required_.clear();
  Report report({}, Severity::warning);
  const Node root = node_at(root_);
  read(root, report);
  end_walk();
}

/// A key is required where every walk required it.
void Recorder::end_walk() {
  for (MapForm* map : walked_) {
    for (KeyForm& key : map->keys) key.required = key.required && required_.contains(&key);
  }
}

/// With it all that was there when its map was met: else it would not be met again.
void Recorder::look_at(const MapForm& map, std::string_view key, std::string_view word) {
  const Place place(&map, key);
  if (!looked_at_.emplace(place, word).second) return;
  Focus focus = found_in_[&map];
  focus[place] = word;
  foci_.push_back(std::move(focus));
}

Node Recorder::node_at(Value& value, ListForm* list) {
  Node node(Node::Kind::anything, {});
  node.spot = &spots_.emplace_back(Spot{this, &value, list});
  return node;
}

void Recorder::note_scalar(const Spot& spot, Form form) {
  auto& scalars = spot.value->scalars;
  if (std::ranges::find(scalars, form) == scalars.end()) scalars.push_back(std::move(form));
}

std::span<const Node> Recorder::note_list(const Spot& spot, std::size_t least, std::optional<std::size_t> exactly) {
  auto& lists = spot.value->lists;
  if (lists.empty()) lists.emplace_back();
  ListForm& list = lists.front();
  list.least = std::max(list.least, exactly.value_or(least));
  if (exactly) list.most = exactly;
  auto& nodes = nodes_[&list.entry];
  while (nodes.size() < exactly.value_or(1)) nodes.push_back(node_at(list.entry, &list));
  return nodes;
}

std::span<const MapEntry> Recorder::note_names(const Spot& spot, Form key) {
  auto& names = spot.value->names;
  if (names.empty()) names.emplace_back();
  names.front().key = std::move(key);
  auto& entries = entries_[&names.front().value];
  if (entries.empty()) entries.push_back({{}, {}, node_at(names.front().value)});
  return entries;
}

MapForm* Recorder::note_map(const Spot& spot, std::string_view what, std::span<const std::string_view> keys) {
  const auto is_same = [&](const MapForm& map) {
    return map.what == what && std::ranges::equal(map.keys, keys, {}, &KeyForm::name);
  };
  auto map = std::ranges::find_if(maps_, is_same);
  if (map == maps_.end()) {
    MapForm& fresh = maps_.emplace_back();
    fresh.what = what;
    found_in_[&fresh] = focus_;
    for (const std::string_view key : keys) {
      fresh.keys.push_back({std::string(key)});
      look_at(fresh, key, {});
    }
    map = std::prev(maps_.end());
  }
  spot.value->map = static_cast<std::size_t>(map - maps_.begin());
  return walked_.insert(&*map).second ? &*map : nullptr;
}

KeyForm* Recorder::key_of(MapForm& map, std::string_view key) {
  const auto known = std::ranges::find(map.keys, key, &KeyForm::name);
  if (known != map.keys.end()) return &*known;
  undeclared_.insert(format("'{}' of {}", key, map.what));
  return nullptr;
}

const Node* Recorder::value_of(MapForm& map, std::string_view key) {
  KeyForm* known = key_of(map, key);
  Value& value = known != nullptr ? known->value : nowhere_;
  auto& nodes = nodes_[&value];
  if (nodes.empty()) nodes.push_back(node_at(value));
  return nodes.data();
}

bool Recorder::is_there(const MapForm& map, std::string_view key) const { return focus_.contains(Place(&map, key)); }

std::string Recorder::word_of(const MapForm& map, std::string_view key) const {
  const auto there = focus_.find(Place(&map, key));
  return there == focus_.end() ? std::string() : there->second;
}

void Recorder::note_required(MapForm& map, std::string_view key) { required_.insert(key_of(map, key)); }

void Recorder::note_default(MapForm& map, std::string_view key, std::optional<std::string> standard) {
  KeyForm* known = key_of(map, key);
  if (known != nullptr && defaults_.insert(known).second) known->standard = std::move(standard);
}

void Recorder::note_words(const MapForm& map, std::string_view key, std::span<const std::string_view> words) {
  for (const std::string_view word : words) look_at(map, key, word);
}

void Recorder::note_without_effect(MapForm& map, std::string_view key) {
  if (KeyForm* known = key_of(map, key)) known->without_effect = true;
}

}  // namespace lobby::config
