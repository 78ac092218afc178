#include "config/yaml.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <array>
#include <sstream>
#include <unordered_map>
#include <utility>

#include "base/format.h"
#include "config/source_text.h"

namespace lobby::config {

namespace {

/// Ends a parse from inside an event; the reason was reported.
struct Abandoned {};

/// Turns the parser's places (from 0, columns in bytes) into those of an editor. A file may be one long line, so a
/// place must not cost a walk along it.
class TextPlaces {
 public:
  TextPlaces(std::string_view text, std::size_t file) : text_(text), file_(file) {
    for (std::size_t at = 0; at < text.size(); ++at) {
      if (text[at] == '\n') lines_.push_back(at + 1);
      if (continues_character(text[at])) continuations_.push_back(at);
    }
  }

  Position position(const YAML::Mark& mark) const {
    const std::size_t begin = line_start(mark.line);
    const auto column = std::max(mark.column, 0);
    const auto first = std::ranges::lower_bound(continuations_, begin);
    const auto last = std::ranges::lower_bound(continuations_, begin + static_cast<std::size_t>(column));
    return {std::max(mark.line, 0) + 1, column - static_cast<int>(last - first) + 1, file_};
  }

  /// The first tab of the line's indentation.
  std::optional<Position> tab(const YAML::Mark& mark) const {
    const std::size_t begin = line_start(mark.line);
    const std::size_t indent = std::min(text_.find_first_not_of(' ', begin), text_.size());
    if (indent == text_.size() || text_[indent] != '\t') return std::nullopt;
    return Position{mark.line + 1, static_cast<int>(indent - begin) + 1, file_};
  }

 private:
  std::size_t line_start(int number) const {
    const auto index = static_cast<std::size_t>(std::max(number, 0));
    return index < lines_.size() ? lines_[index] : text_.size();
  }

  std::string_view text_;
  std::size_t file_;
  std::vector<std::size_t> lines_{0};       ///< Where each line begins.
  std::vector<std::size_t> continuations_;  ///< Bytes that continue a character.
};

/// Builds the tree from the parser's events. Events cost no recursion and show what yaml-cpp's own tree hides:
/// duplicate keys, anchors, tags.
class TreeBuilder final : public YAML::EventHandler {
 public:
  TreeBuilder(const TextPlaces& places, Report& report) : places_(places), report_(report) {}

  Node root() && { return std::move(root_); }

  /// Where the value begins that the parser is in the middle of.
  Position unfinished() const {
    if (open_.empty()) return report_.top();
    const Open& last = open_.back();
    return last.key ? last.key->at : last.node.at;
  }

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (++documents_ == 1) return;
    report_.error(places_.position(mark), "a second document begins here; a file holds exactly one");
    throw Abandoned();
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t) override { add({Node::Kind::null, places_.position(mark)}); }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    report_.error(places_.position(mark), "aliases are not supported; write the value out");
    add({Node::Kind::refused, places_.position(mark)});
  }

  void OnAnchor(const YAML::Mark& mark, const std::string& name) override {
    report_.error(places_.position(mark), format("anchors ('&{}') are not supported", excerpt(name)));
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t, const std::string& value) override {
    check_tag(mark, tag);
    add({Node::Kind::scalar, places_.position(mark), value});
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                       YAML::EmitterStyle::value) override {
    check_tag(mark, tag);
    open(Node::Kind::list, mark);
  }
  void OnSequenceEnd() override { close(); }

  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t, YAML::EmitterStyle::value) override {
    check_tag(mark, tag);
    open(Node::Kind::map, mark);
  }
  void OnMapEnd() override { close(); }

 private:
  struct Key {
    std::string name;
    Position at;
    bool usable = true;
  };
  struct Open {
    Node node;
    std::optional<Key> key = std::nullopt;  ///< Set while a map waits for the value.
    std::unordered_map<std::string, int> lines = {};
  };

  void check_tag(const YAML::Mark& mark, const std::string& tag) {
    // «?» and «!» are the parser's names for plain and for quoted values without a tag.
    if (tag.empty() || tag == "?" || tag == "!") return;
    report_.error(places_.position(mark), format("tags ('{}') are not supported", excerpt(tag)));
  }

  void open(Node::Kind kind, const YAML::Mark& mark) {
    const Position at = places_.position(mark);
    if (open_.size() == most_depth) {
      report_.error(at, format("maps and lists are nested more than {} deep", most_depth));
      throw Abandoned();
    }
    open_.push_back({.node = Node(kind, at)});
  }

  void close() {
    Node node = std::move(open_.back().node);
    open_.pop_back();
    add(std::move(node));
  }

  void add(Node node) {
    if (open_.empty()) {
      root_ = std::move(node);
    } else if (open_.back().node.kind == Node::Kind::list) {
      open_.back().node.items.push_back(std::move(node));
    } else if (!open_.back().key) {
      open_.back().key = key_of(std::move(node));
    } else {
      add_entry(open_.back(), std::move(node));
    }
  }

  Key key_of(Node node) {
    if (node.kind == Node::Kind::scalar && node.scalar == "<<") {
      report_.error(node.at, "merge keys ('<<') are not supported; write the keys out");
      return {"", node.at, false};
    }
    if (node.kind == Node::Kind::scalar) return {std::move(node.scalar), node.at};
    if (node.kind != Node::Kind::refused)
      report_.error(node.at, format("a key must be a word, not {}", description(node)));
    return {{}, node.at, false};
  }

  void add_entry(Open& map, Node value) {
    if (!map.key) return;
    const Key key = std::move(*map.key);
    map.key.reset();
    if (!key.usable) return;
    const auto [first, is_new] = map.lines.emplace(key.name, key.at.line);
    if (!is_new) {
      report_.error(key.at,
                    format("duplicate key '{}'; it is set on line {} already", excerpt(key.name), first->second));
      return;
    }
    // The parser places a missing value at whatever follows it.
    if (value.kind == Node::Kind::null) value.at = key.at;
    map.node.entries.push_back({key.name, key.at, std::move(value)});
  }

  const TextPlaces& places_;
  Report& report_;
  int documents_ = 0;
  std::vector<Open> open_;
  Node root_;
};

/// The parser's words for a mistake, ours with the remedy, and whether the mistake lies where the value begins rather
/// than where the parser gave up.
struct Explanation {
  std::string_view parser;
  std::string_view ours;
  bool at_start = false;
};

constexpr std::array<Explanation, 10> explanations{{
    {"illegal map value", "no key is expected here; check the indentation, and quote text that holds ': '"},
    {"unknown token", "no value begins with this character; put the text in quotes"},
    {"end of map not found", "this does not continue the map above; check the indentation and the quotes"},
    {"end of sequence not found", "this does not continue the list above; check the indentation and the quotes"},
    {"illegal EOF in scalar", "a quotation mark is not closed", true},
    {"illegal document indicator in scalar", "a quotation mark is not closed", true},
    {"end of sequence flow not found", "this '[' is not closed, or a comma or quotes are missing in it", true},
    {"end of map flow not found", "this '{' is not closed, or a comma or quotes are missing in it", true},
    {"illegal flow end", "this bracket closes none"},
    {"the referenced anchor is not defined", "aliases are not supported; write the value out"},
}};

void report_syntax_error(const YAML::Exception& error, const TreeBuilder& builder, const TextPlaces& places,
                         Report& report) {
  const Position at = places.position(error.mark);
  if (const auto tab = places.tab(error.mark)) {
    report.error(*tab, "the line is indented with a tab; use spaces");
    return;
  }
  // Newer parsers add the word that they mean.
  const auto* known = std::ranges::find_if(
      explanations, [&error](const Explanation& one) { return error.msg.starts_with(one.parser); });
  if (known != explanations.end()) {
    report.error(known->at_start ? builder.unfinished() : at, std::string(known->ours));
  } else {
    report.error(at, format("this is not YAML: {}", excerpt(error.msg)));
  }
}

/// Feeds all documents of `text` to `builder`. False when the parse was cut short.
bool read_events(std::string_view text, TreeBuilder& builder, const TextPlaces& places, Report& report) {
  try {
    std::istringstream stream{std::string(text)};
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(builder)) {
    }
    return true;
  } catch (const YAML::Exception& error) {
    report_syntax_error(error, builder, places, report);
  } catch (const Abandoned&) {
    return false;  // The builder has reported why.
  }
  return false;
}

}  // namespace

Node::Node(Kind its_kind, Position its_place, std::string text)
    : kind(its_kind), at(its_place), scalar(std::move(text)) {}

std::optional<Node> parse_yaml(std::string_view bytes, Report& report) {
  const auto text = source_text(bytes, report);
  if (!text) return std::nullopt;
  const TextPlaces places(*text, report.file());
  TreeBuilder builder(places, report);
  if (!read_events(*text, builder, places, report)) return std::nullopt;
  Node root = std::move(builder).root();
  if (root.kind == Node::Kind::null) {
    report.error(report.top(), "the file is empty");
    return std::nullopt;
  }
  if (root.kind != Node::Kind::map) {
    report.error(root.at, format("the file must be a map of keys and values, not {}", description(root)));
    return std::nullopt;
  }
  return root;
}

std::string description(const Node& node) {
  switch (node.kind) {
    case Node::Kind::scalar:
      return format("'{}'", excerpt(node.scalar));
    case Node::Kind::list:
      return node.items.empty() ? "an empty list" : "a list";
    case Node::Kind::map:
      return node.entries.empty() ? "an empty map" : "a map";
    case Node::Kind::null:
    case Node::Kind::refused:
    case Node::Kind::anything:
      break;
  }
  return "nothing";
}

}  // namespace lobby::config
