#include "config/read_values.h"

#include "config/recorder.h"
#include "config/source_text.h"

namespace lobby::config {

void report_mismatch(const Node& node, std::string_view what, std::string_view expected,
                     std::span<const std::string_view> words, Report& report) {
  if (node.kind == Node::Kind::refused || node.kind == Node::Kind::anything) return;
  const std::string hint = node.kind == Node::Kind::scalar ? suggestion(node.scalar, words) : std::string();
  report.error(node.at, format("{} must be {}, not {}{}", what, expected, description(node), hint));
}

void note_form(const Node& node, Form form, std::string_view expected, std::span<const std::string_view> words) {
  if (node.spot == nullptr) return;
  if (form.expected.empty()) form.expected = expected;
  if (form.kind == Form::Kind::words) form.words.assign(words.begin(), words.end());
  node.spot->recorder->note_scalar(*node.spot, std::move(form));
}

bool is_nothing(const Node& node) {
  if (node.spot != nullptr) node.spot->value->nothing = true;
  return node.kind == Node::Kind::null;
}

bool may_be_scalar(const Node& node) { return node.kind == Node::Kind::scalar || node.kind == Node::Kind::anything; }
bool may_be_list(const Node& node) { return node.kind == Node::Kind::list || node.kind == Node::Kind::anything; }
bool may_be_map(const Node& node) { return node.kind == Node::Kind::map || node.kind == Node::Kind::anything; }

std::span<const Node> read_list(const Node& node, std::string_view what, Report& report) {
  if (is_nothing(node)) return {};
  if (node.spot != nullptr) return node.spot->recorder->note_list(*node.spot, 0);
  if (node.kind != Node::Kind::list) report_mismatch(node, what, "a list", {}, report);
  return node.items;
}

std::span<const Node> read_filled_list(const Node& node, std::string_view what, Report& report) {
  if (node.spot != nullptr) return node.spot->recorder->note_list(*node.spot, 1);
  const bool is_empty = node.kind == Node::Kind::null || (node.kind == Node::Kind::list && node.items.empty());
  if (is_empty) report.error(node.at, format("{} needs at least one entry", what));
  return read_list(node, what, report);
}

std::span<const Node> read_one_or_more(const Node& node, std::string_view what, Report& report) {
  if (node.kind == Node::Kind::scalar || node.kind == Node::Kind::map) return {&node, 1};
  const auto entries = read_filled_list(node, what, report);
  if (node.spot != nullptr) node.spot->value->lists.front().alone = true;
  return entries;
}

std::optional<std::span<const Node>> list_of(const Node& node, std::size_t count) {
  if (node.spot != nullptr) return node.spot->recorder->note_list(*node.spot, count, count);
  const bool is_one = node.kind == Node::Kind::list && node.items.size() == count;
  return is_one ? std::optional<std::span<const Node>>(node.items) : std::nullopt;
}

std::span<const Node> read_at_most(std::span<const Node> entries, std::size_t most, std::string_view what,
                                   Report& report) {
  return first_of(entries, most, format("{} has more than {} entries", what, most), report);
}

std::span<const Node> first_of(std::span<const Node> entries, std::size_t most, std::string_view message,
                               Report& report) {
  if (!entries.empty() && entries.front().spot != nullptr) entries.front().spot->list->most = most;
  if (entries.size() <= most) return entries;
  report.error(entries[most].at, std::string(message));
  return entries.first(most);
}

bool has_at_least(std::span<const Node> entries, std::size_t least) {
  if (!entries.empty() && entries.front().spot != nullptr) entries.front().spot->list->least = least;
  return entries.size() >= least;
}

std::span<const MapEntry> read_names(const Node& node, std::string_view what, const Scalar<std::string>& name,
                                     Report& report) {
  if (node.spot != nullptr) {
    Form form = name.form;
    form.expected = name.expected;
    return node.spot->recorder->note_names(*node.spot, std::move(form));
  }
  if (node.entries.empty()) report_mismatch(node, what, "a map with at least one entry", {}, report);
  for (const MapEntry& entry : node.entries) {
    const Node key(Node::Kind::scalar, entry.at, entry.key);
    read_scalar(key, format("a key of {}", what), name, report);
  }
  return node.entries;
}

std::optional<bool> read_switch(const Node& node, std::string_view what, std::string_view example, Report& report) {
  if (is_nothing(node)) return false;
  if (!may_be_scalar(node)) return std::nullopt;
  Scalar<bool> scalar = truth();
  if (node.spot == nullptr) scalar.expected = format("true, false, or a map such as {}", example);
  const bool on = read_scalar(node, what, scalar, report).value_or(false);
  return node.spot != nullptr ? std::nullopt : std::optional(on);
}

}  // namespace lobby::config
