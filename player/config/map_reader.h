#pragma once

#include <concepts>
#include <initializer_list>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>

#include "config/as_written.h"
#include "config/read_values.h"
#include "config/recorder.h"

namespace lobby::config {

/// How serious a key is that no one asked for.
enum class UnknownKeys {
  as_in_the_file,  ///< As the report of the file has it.
  wrong,           ///< An error in any file: without it the rest would say something else.
};

/// A map whose keys are known. Reading a key that is absent leaves the caller's default as it is. Of a node that may be
/// anything it notes what is asked for; then a key counts as read, and its default stays.
class MapReader {
 public:
  /// Reports a node that is no map, and every key beside `keys`. Where nothing was written the map is empty. The node
  /// outlives the reader.
  MapReader(const Node& node, std::string_view what, std::span<const std::string_view> keys, Report& report,
            UnknownKeys unknown = UnknownKeys::as_in_the_file);
  MapReader(const Node& node, std::string_view what, std::initializer_list<std::string_view> keys, Report& report,
            UnknownKeys unknown = UnknownKeys::as_in_the_file)
      : MapReader(node, what, std::span(keys.begin(), keys.size()), report, unknown) {}

  /// False where the node was no map and that was reported; then there is nothing more to say of it.
  bool readable() const;
  /// Whether any key that stands in that file is one of `keys`, or nearly.
  bool is_familiar(std::size_t file) const { return familiar_.contains(file); }
  Position at() const { return node_.at; }
  bool has(std::string_view key) const;
  /// The value of a key, or null.
  const Node* find(std::string_view key) const;
  /// The value of a key that must be there; null, and reported, where it is not.
  const Node* require(std::string_view key) const;
  /// The place of a key's value; the map's own where the key is absent.
  Position place(std::string_view key) const;

  /// Reads a scalar into `into`, which may be an optional. True when it was there and right.
  template <typename T, typename Into>
    requires std::assignable_from<Into&, T>
  bool read(std::string_view key, const Scalar<T>& scalar, Into& into) const {
    const Node* node = find(key);
    return node && read_node(*node, key, scalar, into);
  }

  /// The same for a key that must be there.
  template <typename T, typename Into>
    requires std::assignable_from<Into&, T>
  bool require(std::string_view key, const Scalar<T>& scalar, Into& into) const {
    const Node* node = require(key);
    return node && read_node(*node, key, scalar, into);
  }

  /// The entries of a key that holds a list; empty where the key is absent.
  std::span<const Node> list(std::string_view key) const;
  /// The same for a key that must be there and have an entry.
  std::span<const Node> require_list(std::string_view key) const;

  /// Whether exactly one of `keys` is there; reports `otherwise` where not.
  bool has_one_of(std::span<const std::string_view> keys, std::string_view otherwise) const;
  /// Reports a key that is there without the other.
  void check_goes_with(std::string_view key, std::string_view other) const;
  /// Reports `message` at the second of two keys where both are there.
  void check_not_both(std::string_view key, std::string_view other, std::string_view message) const;

  Report& report() const { return report_; }

 private:
  template <typename T, typename Into>
  bool read_node(const Node& node, std::string_view key, const Scalar<T>& scalar, Into& into) const {
    auto value = read_scalar(node, format("'{}'", key), scalar, report_);
    if (form_ != nullptr) {
      note_default(key, as_written(scalar, into));
      if (const std::string word = word_in_walk(key, scalar.words); !word.empty()) value = scalar.parse(word);
    }
    if (!value) return form_ != nullptr;
    T read_value = *std::move(value);
    into = std::move(read_value);
    return true;
  }

  void note_default(std::string_view key, std::optional<std::string> standard) const;
  std::string word_in_walk(std::string_view key, std::span<const std::string_view> words) const;
  Recorder& recorder() const { return *node_.spot->recorder; }

  const Node& node_;
  Report& report_;
  std::set<std::size_t> familiar_;  ///< Files that have such a key.
  MapForm* form_ = nullptr;         ///< What is noted of a node that may be anything.
};

}  // namespace lobby::config
