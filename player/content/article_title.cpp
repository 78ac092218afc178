#include "content/article_title.h"

#include <algorithm>
#include <array>

#include "content/ascii.h"
#include "content/boilerplate.h"
#include "content/html_text.h"
#include "content/links.h"
#include "text/clean.h"

namespace lobby::content {

namespace {

constexpr int least_title_words = 4;
constexpr std::size_t most_title_bytes = 400;
/// A paragraph of the story, not a date or a credit.
constexpr std::size_t least_story_bytes = 80;

bool leads_home(Node heading, std::string_view base) {
  std::vector<Node> anchors = descendants(heading, "a");
  if (heading.parent().is("a")) anchors.push_back(heading.parent());
  return std::ranges::any_of(
      anchors, [base](Node anchor) { return link_key(resolve_link(base, anchor.attribute("href"))).empty(); });
}

/// The name of the site, or of another story: all of it is a link to somewhere else.
bool leads_elsewhere(Node heading, const PageHead& head) {
  std::vector<Node> anchors = descendants(heading, "a");
  if (heading.parent().is("a")) anchors.push_back(heading.parent());
  const std::string own = link_key(head.url);
  return !own.empty() && std::ranges::any_of(anchors, [&](Node anchor) {
    const std::string key = link_key(resolve_link(head.base, anchor.attribute("href")));
    return !key.empty() && key != own;
  });
}

bool is_headline(Node node) {
  return node.is("h1") || (!node.is("meta") && same_word(node.attribute("itemprop"), "headline"));
}

/// The keys of what the head says of the story; empty where it says nothing.
struct Wanted {
  std::string headline;
  std::string title;
  explicit Wanted(const PageHead& head)
      : headline(text::compare_key(head.headline)), title(text::compare_key(head.title)) {}
  bool repeats(const std::string& key) const { return !key.empty() && key == headline; }
  /// «Tiêu đề - Công an tỉnh» begins with the headline, «Công an tỉnh - Tiêu đề» ends with it.
  bool names(const std::string& key) const {
    return !key.empty() && (title.starts_with(key) || headline.starts_with(key) || title.ends_with("- " + key) ||
                            title.ends_with("| " + key));
  }
};

/// A headline of the page, and how far the head agrees.
struct Shown {
  ArticleTitle title;
  bool agreed = false;
};

Shown shown_title(Node root, const PageHead& head, const Wanted& wanted, const FoundList& list) {
  Shown best;
  for (Node at = root; at; at = following(at, root)) {
    if (!at.is_element() || !is_headline(at) || is_hidden(at) || leads_home(at, head.base)) continue;
    if (list.blocks.holds(at)) continue;
    const std::string text = text::clean_caption(plain_text(at));
    const std::string key = text::compare_key(text);
    if (wanted.repeats(key)) return {{text, at}, true};
    const bool agreed = text::count_words(text) >= least_title_words && wanted.names(key);
    if (!agreed && leads_elsewhere(at, head)) continue;
    const bool longer = text.size() > best.title.text.size();
    if ((agreed && !best.agreed) || (agreed == best.agreed && longer)) best = {{text, at}, agreed};
  }
  return best;
}

/// Hand-made pages set their headline in a <div> or <span>, but repeat it in <title>: «Tiêu đề - Công an tỉnh».
ArticleTitle titled_line(const Wanted& wanted, const std::vector<Block>& all) {
  for (const Block& block : all) {
    const Paragraph& line = block.paragraph;
    if (line.text.empty() || line.linked || text::count_words(line.text) < least_title_words) continue;
    // The element around it may hold the whole story.
    if (wanted.names(text::compare_key(line.text))) return {line.text, Node()};
  }
  return {};
}

bool is_called_title(Node element) {
  if (!element.has("class") && !element.has("id")) return false;
  const std::string names = lower_ascii(element.attribute("id") + " " + element.attribute("class"));
  static constexpr std::array<std::string_view, 6> parts{"title",   "tieude",  "tieu-de",
                                                         "tieu_de", "heading", "headline"};
  return std::ranges::any_of(parts, [&names](auto part) { return names.find(part) != names.npos; });
}

bool stands_in_title(const Block& block) {
  for (Node at = block.inner; at; at = at.parent()) {
    if (is_called_title(at)) return true;
    if (at == block.container) break;
  }
  return false;
}

bool may_be_title(const Block& block) {
  const Paragraph& line = block.paragraph;
  if (block.is_image() || line.linked || line.text.size() > most_title_bytes) return false;
  return text::count_words(line.text) >= least_title_words && !line.text.ends_with('.') && !line.text.ends_with(':');
}

/// The last line called a title, or set as a heading, or bold in the middle, before the first paragraph of the story.
ArticleTitle title_above(const std::vector<Block>& all, Node body) {
  ArticleTitle heading;
  ArticleTitle called;
  ArticleTitle set_off;
  for (const Block& block : all) {
    const Paragraph& line = block.paragraph;
    const bool story = is_inside(block.container, body) && line.text.size() >= least_story_bytes && !line.linked;
    const bool named = may_be_title(block) && stands_in_title(block);
    if (named) called = {line.text, Node(), true};
    if (may_be_title(block) && line.heading) heading = {line.text, Node(), true};
    if (may_be_title(block) && line.centred && line.bold) set_off = {line.text, Node(), true};
    if (story && !named && !line.heading) break;
  }
  if (!called.text.empty()) return called;
  return heading.text.empty() ? set_off : heading;
}

}  // namespace

ArticleTitle article_title(Node root, const PageHead& head, const std::vector<Block>& all, Node body,
                           const FoundList& list) {
  const Wanted wanted(head);
  const Shown shown = shown_title(root, head, wanted, list);
  if (shown.agreed) return shown.title;
  ArticleTitle title = titled_line(wanted, all);
  if (title.text.empty()) title = shown.title;
  if (title.text.empty() && head.says_article) title.text = head.headline.empty() ? head.title : head.headline;
  if (title.text.empty()) title = title_above(all, body);
  return title;
}

bool is_title_block(const Block& block, const ArticleTitle& title) {
  if (title.element) return is_inside(block.container, title.element);
  return !block.is_image() && block.paragraph.text == title.text;
}

}  // namespace lobby::content
