#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "content/article_marks.h"
#include "content/ascii.h"
#include "content/boilerplate.h"
#include "content/dates.h"
#include "content/html_text.h"
#include "content/links.h"
#include "content/list_item.h"
#include "content/page.h"
#include "text/clean.h"

namespace lobby::content {

namespace {

/// A menu entry has fewer words than a headline, unless it stands in a heading.
constexpr int least_title_words = 4;

bool is_in_heading(Node anchor) {
  for (Node at = anchor; at && !is_block(at.name()); at = at.parent()) {
    if (at.parent() && at.parent().name().size() == 2 && at.parent().name()[0] == 'h') return true;
  }
  for (const std::string_view name : {"h2", "h3", "h4"}) {
    if (!descendants(anchor, name).empty()) return true;
  }
  return false;
}

/// «Kinh tế vĩ mô» has the words of a headline, but says that it names a section.
bool names_section(Node anchor) {
  return is_called(anchor, "category") || is_called(anchor, "cate") ||
         anchor.attribute("rel").starts_with("category") || same_word(anchor.attribute("data-role"), "cate-name");
}

bool is_title(Node anchor) {
  if (names_section(anchor)) return false;
  const std::string text = plain_text(anchor);
  if (is_date_line(text)) return false;
  const int words = text::count_words(text);
  return words >= least_title_words || (words > 0 && is_in_heading(anchor));
}

/// A block that says more is no announcement but a story with a link in it.
constexpr std::size_t most_block_bytes = 3000;

/// A link around a whole announcement, with blocks of its own.
bool is_card(Node anchor) {
  for (Node at = anchor.first(); at; at = following(at, anchor)) {
    if (at.is_element() && is_block(at.name()) && !at.is("br")) return true;
  }
  return false;
}

/// True for a link inside a sentence: words that are no date stand before it on its line.
bool is_inline(Node anchor) {
  constexpr int most_steps = 100;
  if (is_card(anchor)) return false;
  Node line = anchor;
  while (line.parent() && !is_block(line.name())) line = line.parent();
  std::string before;
  int steps = 0;
  for (Node at = line; at && at != anchor; at = following(at, line)) {
    if (++steps > most_steps) return true;
    if (at.is("br")) before.clear();
    if (at.is_text()) before.append(at.text().substr(0, most_block_bytes));
  }
  before = text::clean(before);
  return text::count_words(before) >= 2 && !parse_date(before);
}

/// No lobby shows the thousandth link of a page.
constexpr std::size_t most_anchors = 2000;

/// Which story each element leads to: none, a single one, or several.
class Targets {
 public:
  Targets(Node root, std::string_view base) : base_(base), one_h1_(descendants(root, "h1").size() == 1) { visit(root); }

  const std::vector<Node>& anchors() const { return anchors_; }

  /// The largest element around `anchor` in which no other story is announced.
  Node block_around(Node anchor) const {
    Node block = anchor;
    const int story = seen(anchor).target;
    for (Node up = block.parent(); up && !up.is("body"); up = up.parent()) {
      const Seen inside = seen(up);
      if (inside.target != story || inside.bytes > most_block_bytes || (one_h1_ && inside.h1)) break;
      block = up;
    }
    return block;
  }

 private:
  static constexpr int none = 0;
  static constexpr int several = -1;

  struct Seen {
    int target = none;
    std::size_t bytes = 0;
    bool h1 = false;
  };

  Seen seen(Node node) const {
    const auto found = seen_.find(node.key());
    return found == seen_.end() ? Seen() : found->second;
  }

  /// Recursion is bounded by most_nesting.
  Seen visit(Node element) {
    if (element.is("head") || is_hidden(element) || is_boilerplate(element)) return {};
    Seen mine{element.is("a") ? own_target(element) : none, 0, element.is("h1")};
    for (Node at = element.first(); at; at = at.next()) {
      if (at.is_text()) mine.bytes += at.text().size();
      const Seen inner = at.is_element() ? visit(at) : Seen();
      if (inner.target != none)
        mine.target = mine.target == none || mine.target == inner.target ? inner.target : several;
      mine.bytes += inner.bytes;
      mine.h1 = mine.h1 || inner.h1;
    }
    seen_.emplace(element.key(), mine);
    return mine;
  }

  int own_target(Node anchor) {
    const std::string key = link_key(resolve_link(base_, anchor.attribute("href")));
    if (anchors_.size() >= most_anchors || key.empty() || !is_title(anchor) || is_inline(anchor)) return none;
    anchors_.push_back(anchor);
    return ids_.emplace(key, static_cast<int>(ids_.size()) + 1).first->second;
  }

  std::string_view base_;
  bool one_h1_;
  std::unordered_map<const void*, Seen> seen_;
  std::map<std::string, int> ids_;
  std::vector<Node> anchors_;
};

struct Candidate {
  Node block;
  ListItem item;
  std::string shape;
};

std::string shape_of(Node block) {
  const Node parent = block.parent();
  std::string shape(block.name());
  shape.append("|").append(parent.name()).append(".").append(parent.attribute("class"));
  return shape.append("|").append(parent.parent().name());
}

std::vector<Candidate> candidates(const Markup& page, std::string_view base) {
  std::vector<Candidate> found;
  std::set<const void*> seen;
  const Targets targets(page.root(), base);
  for (const Node anchor : targets.anchors()) {
    const Node block = targets.block_around(anchor);
    if (!seen.insert(block.key()).second) continue;
    found.push_back({block, list_item(block, anchor, base), shape_of(block)});
  }
  return found;
}

/// Shapes that occur at least twice, and how many of their items have more than a title.
std::map<std::string, std::pair<int, int>> shapes_of(const std::vector<Candidate>& all) {
  std::map<std::string, std::pair<int, int>> shapes;
  for (const Candidate& candidate : all) {
    auto& [count, rich] = shapes[candidate.shape];
    ++count;
    rich += candidate.item.rich ? 1 : 0;
  }
  return shapes;
}

/// Titles alone: only the shape that occurs most often, and at least three times.
std::string plain_shape(const std::map<std::string, std::pair<int, int>>& shapes) {
  std::string best;
  int most = 2;
  for (const auto& [shape, counts] : shapes) {
    if (counts.first > most) {
      most = counts.first;
      best = shape;
    }
  }
  return best;
}

/// Names of sections stand between the stories in boxes of the same shape, but with a class of their own and never a
/// picture, a summary or a date.
void drop_labels(std::vector<Candidate>& all) {
  const auto key_of = [](const Candidate& candidate) {
    return candidate.shape + "|" + candidate.block.attribute("class");
  };
  std::map<std::string, std::pair<int, int>> counts;
  std::set<std::string> rich_shapes;
  for (const Candidate& candidate : all) {
    auto& [count, rich] = counts[key_of(candidate)];
    ++count;
    rich += candidate.item.rich ? 1 : 0;
    if (candidate.item.rich) rich_shapes.insert(candidate.shape);
  }
  std::erase_if(all, [&](const Candidate& candidate) {
    const auto& [count, rich] = counts[key_of(candidate)];
    return count >= 2 && rich == 0 && candidate.block.has("class") && rich_shapes.contains(candidate.shape);
  });
}

void add(Candidate candidate, FoundList& list, std::set<std::string>& links, std::size_t& full) {
  if (candidate.item.headline.title.empty()) return;
  if (!links.insert(link_key(candidate.item.headline.link)).second) return;
  full += candidate.item.headline.images.empty() && candidate.item.headline.summary.empty() ? 0 : 1;
  list.items.push_back(std::move(candidate.item.headline));
  list.blocks.insert(candidate.block);
}

}  // namespace

FoundList found_list(const Markup& page, std::string_view base) {
  std::vector<Candidate> all = candidates(page, base);
  const auto shapes = shapes_of(all);
  const auto is_rich = [](const auto& shape) {
    return shape.second.first >= 2 && shape.second.second * 2 >= shape.second.first;
  };
  FoundList list;
  list.rich = std::ranges::any_of(shapes, is_rich);
  const std::string plain = list.rich ? std::string() : plain_shape(shapes);
  std::set<std::string> links;
  std::size_t full = 0;
  if (list.rich) drop_labels(all);
  for (Candidate& candidate : all) {
    const auto shape = shapes.find(candidate.shape);
    // The story on top of a home page is set larger than the rest, in a shape of its own.
    const bool on_top = list.rich && candidate.item.full;
    if (on_top || (list.rich ? is_rich(*shape) : candidate.shape == plain))
      add(std::move(candidate), list, links, full);
  }
  if (list.items.size() < 2) return {};
  list.full = full * 2 > list.items.size();
  return list;
}

}  // namespace lobby::content
