#pragma once

#include <concepts>
#include <initializer_list>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>

#include "base/format.h"
#include "config/scalar.h"
#include "config/suggestion.h"
#include "config/yaml.h"

// From nodes to values. Every function reports what is wrong and lets its caller go on with a default, so that one
// run finds every mistake. Pure; any thread.
namespace lobby::config {

/// Says that `what` (a quoted key, «an entry of 'when'») must be something else than `node`. Says nothing of a node
/// that was refused already.
void report_mismatch(const Node& node, std::string_view what, std::string_view expected,
                     std::span<const std::string_view> words, Report& report);

/// The value of a scalar node.
template <typename T>
std::optional<T> read_scalar(const Node& node, std::string_view what, const Scalar<T>& scalar, Report& report) {
  std::optional<T> value;
  if (node.kind == Node::Kind::scalar) value = scalar.parse(node.scalar);
  if (!value) report_mismatch(node, what, scalar.expected, scalar.words, report);
  return value;
}

/// The entries of a list node; an empty list where nothing was written.
std::span<const Node> read_list(const Node& node, std::string_view what, Report& report);

/// The same for a list that must have an entry.
std::span<const Node> read_filled_list(const Node& node, std::string_view what, Report& report);
/// The same where one value may stand without a list around it.
std::span<const Node> read_one_or_more(const Node& node, std::string_view what, Report& report);

/// The first `most` entries of a list; more than any person would keep up to date are reported.
std::span<const Node> read_at_most(std::span<const Node> entries, std::size_t most, std::string_view what,
                                   Report& report);

/// How serious a key is that no one asked for.
enum class UnknownKeys {
  as_in_the_file,  ///< As the report of the file has it.
  wrong,           ///< An error in any file: without it the rest would say something else.
};

/// A map whose keys are known. Reading a key that is absent leaves the caller's default as it is.
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
  bool has(std::string_view key) const { return find(key) != nullptr; }
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

  /// Warns, where the key is set, that it has no effect.
  void warn_unsupported(std::string_view key) const;

  Report& report() const { return report_; }

 private:
  template <typename T, typename Into>
  bool read_node(const Node& node, std::string_view key, const Scalar<T>& scalar, Into& into) const {
    auto value = read_scalar(node, format("'{}'", key), scalar, report_);
    if (!value) return false;
    into = *std::move(value);
    return true;
  }

  const Node& node_;
  Report& report_;
  std::set<std::size_t> familiar_;  ///< Files that have such a key.
};

/// Of what is either switched by «true» and «false» or described by a map such as `example`: whether it is on, and
/// nothing where it is described. `what` names it in a message.
std::optional<bool> read_switch(const Node& node, std::string_view what, std::string_view example, Report& report);

}  // namespace lobby::config
