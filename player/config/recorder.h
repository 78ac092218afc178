#pragma once

#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "config/key_notes.h"
#include "config/schema.h"
#include "config/yaml.h"

// How a schema is made. A reader is walked over a node of the kind «anything», and each question that it asks of the
// node (a map of these keys? a list? a scalar of this form?) is noted and answered so that it asks on. What it asks can
// hang on what is there; so it is walked once for every key that it knows, as if of that map this key alone were there,
// and once for every word that such a key may have.
namespace lobby::config {

class Recorder;

/// The place that a node of the kind «anything» stands for.
struct Spot {
  Recorder* recorder = nullptr;
  Value* value = nullptr;
  ListForm* list = nullptr;  ///< The list that it is an entry of.
};

/// What a reader tells while it is walked. Not for threads.
class Recorder {
 public:
  using Reader = std::function<void(const Node& root, Report& report)>;
  /// All that the reader of a whole file accepts; its keys have the notes that are theirs.
  static Schema schema_of(const Reader& read, std::span<const KeyNote> notes);

  Recorder(const Recorder&) = delete;
  Recorder& operator=(const Recorder&) = delete;

  void note_scalar(const Spot& spot, Form form);
  /// A list; as many entries as are to be read of it.
  std::span<const Node> note_list(const Spot& spot, std::size_t least, std::optional<std::size_t> exactly = {});
  /// A map with keys of the author's choice; one of them.
  std::span<const MapEntry> note_names(const Spot& spot, Form key);
  /// A map; null where it was walked already.
  MapForm* note_map(const Spot& spot, std::string_view what, std::span<const std::string_view> keys);

  /// The value of a key.
  const Node* value_of(MapForm& map, std::string_view key);
  /// Whether this walk is one with that key.
  bool is_there(const MapForm& map, std::string_view key) const;
  /// The word that it has; empty where any would do.
  std::string word_of(const MapForm& map, std::string_view key) const;
  void note_required(MapForm& map, std::string_view key);
  void note_default(MapForm& map, std::string_view key, std::optional<std::string> standard);
  void note_words(const MapForm& map, std::string_view key, std::span<const std::string_view> words);
  void note_without_effect(MapForm& map, std::string_view key);

 private:
  /// The keys that are there in a walk, each with its word or an empty one.
  using Place = std::pair<const MapForm*, std::string>;
  using Focus = std::map<Place, std::string>;

  Recorder() = default;
  void walk(const Reader& read);
  void look_at(const MapForm& map, std::string_view key, std::string_view word);
  void end_walk();
  KeyForm* key_of(MapForm& map, std::string_view key);
  Node node_at(Value& value, ListForm* list = nullptr);

  Value root_;
  Value nowhere_;
  std::deque<MapForm> maps_;
  std::deque<Spot> spots_;
  std::map<const Value*, std::vector<Node>> nodes_;
  std::map<const Value*, std::vector<MapEntry>> entries_;
  std::set<std::string> undeclared_;
  std::set<const KeyForm*> defaults_;

  std::vector<Focus> foci_{{}};
  std::set<std::pair<Place, std::string>> looked_at_;
  std::map<const MapForm*, Focus> found_in_;  ///< The walk in which a map was met first.
  Focus focus_;
  std::set<MapForm*> walked_;
  std::set<const KeyForm*> required_;
};

}  // namespace lobby::config
