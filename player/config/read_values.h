#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/format.h"
#include "config/scalar.h"
#include "config/suggestion.h"
#include "config/yaml.h"

// From nodes to values. Every function reports what is wrong and lets its caller go on with a default, so that one
// run finds every mistake; of a node that may be anything each notes what is asked for, for a schema. Pure; any thread.
namespace lobby::config {

/// Says that `what` (a quoted key, «an entry of 'when'») must be something else than `node`. Says nothing of a node
/// that was refused already.
void report_mismatch(const Node& node, std::string_view what, std::string_view expected,
                     std::span<const std::string_view> words, Report& report);

/// Notes for a schema that a node may be such a scalar, where it may be anything.
void note_form(const Node& node, Form form, std::string_view expected, std::span<const std::string_view> words);

/// The value of a scalar node; none of a node that may be anything.
template <typename T>
std::optional<T> read_scalar(const Node& node, std::string_view what, const Scalar<T>& scalar, Report& report) {
  if (node.spot != nullptr) {
    note_form(node, scalar.form, scalar.expected, scalar.words);
    return std::nullopt;
  }
  std::optional<T> value;
  if (node.kind == Node::Kind::scalar) value = scalar.parse(node.scalar);
  if (!value) report_mismatch(node, what, scalar.expected, scalar.words, report);
  return value;
}

/// Whether nothing was written there, which is as good as no key.
bool is_nothing(const Node& node);
/// Whether there is a scalar, a list, a map; each is true of a node that may be anything.
bool may_be_scalar(const Node& node);
bool may_be_list(const Node& node);
bool may_be_map(const Node& node);

/// The entries of a list node; an empty list where nothing was written.
std::span<const Node> read_list(const Node& node, std::string_view what, Report& report);

/// The same for a list that must have an entry.
std::span<const Node> read_filled_list(const Node& node, std::string_view what, Report& report);

/// The same where one value may stand without a list around it.
std::span<const Node> read_one_or_more(const Node& node, std::string_view what, Report& report);

/// The entries of a list of exactly `count`; nothing, and nothing is reported, where the node is none.
std::optional<std::span<const Node>> list_of(const Node& node, std::size_t count);

/// The first `most` entries of a list; more than any person would keep up to date are reported, with `message` or one
/// that begins with `what`.
std::span<const Node> read_at_most(std::span<const Node> entries, std::size_t most, std::string_view what,
                                   Report& report);
std::span<const Node> first_of(std::span<const Node> entries, std::size_t most, std::string_view message,
                               Report& report);
/// Whether there are `least` entries. Reports nothing.
bool has_at_least(std::span<const Node> entries, std::size_t least);

/// The entries of a map whose keys are names such as `name`, one of them at least; those of other names are reported.
std::span<const MapEntry> read_names(const Node& node, std::string_view what, const Scalar<std::string>& name,
                                     Report& report);

/// Of what is either switched by «true» and «false» or described by a map such as `example`: whether it is on, and
/// nothing where it is described. `what` names it in a message.
std::optional<bool> read_switch(const Node& node, std::string_view what, std::string_view example, Report& report);

}  // namespace lobby::config
