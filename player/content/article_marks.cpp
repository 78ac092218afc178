#include "content/article_marks.h"

#include <algorithm>
#include <array>

#include "content/ascii.h"
#include "content/boilerplate.h"
#include "content/dates.h"
#include "content/html_text.h"
#include "content/links.h"
#include "text/clean.h"

namespace lobby::content {

namespace {

constexpr int least_title_words = 4;
constexpr int most_signature_words = 25;
constexpr std::size_t most_date_line_bytes = 100;
constexpr std::size_t most_words_in_date_line = 40;
constexpr std::size_t least_lead_bytes = 24;
constexpr std::size_t most_lead_bytes = 3000;

bool leads_home(Node heading, std::string_view base) {
  std::vector<Node> anchors = descendants(heading, "a");
  if (heading.parent().is("a")) anchors.push_back(heading.parent());
  return std::ranges::any_of(
      anchors, [base](Node anchor) { return link_key(resolve_link(base, anchor.attribute("href"))).empty(); });
}

bool is_headline(Node node) {
  return node.is("h1") || (!node.is("meta") && same_word(node.attribute("itemprop"), "headline"));
}

ArticleTitle shown_title(Node root, const PageHead& head, const FoundList& list) {
  const std::string wanted = text::compare_key(head.headline);
  ArticleTitle best;
  for (Node at = root; at; at = following(at, root)) {
    if (!at.is_element() || !is_headline(at) || is_hidden(at) || leads_home(at, head.base)) continue;
    if (list.blocks.holds(at)) continue;
    const std::string text = text::clean_caption(plain_text(at));
    if (!wanted.empty() && text::compare_key(text) == wanted) return {text, at};
    if (text.size() > best.text.size()) best = {text, at};
  }
  return best;
}

/// Hand-made pages set their headline in a <div> or <span>, but repeat it in <title>: «Tiêu đề - Công an tỉnh».
ArticleTitle titled_line(const PageHead& head, const std::vector<Block>& all) {
  const std::string wanted = text::compare_key(head.title);
  for (const Block& block : all) {
    const Paragraph& line = block.paragraph;
    if (line.text.empty() || line.linked || text::count_words(line.text) < least_title_words) continue;
    // The element around it may hold the whole story.
    if (wanted.starts_with(text::compare_key(line.text))) return {line.text, Node()};
  }
  return {};
}

std::optional<WallTime> date_of_line(const Block& block) {
  const std::string& line = block.paragraph.text;
  return !block.is_image() && is_date_line(line) ? parse_date(line) : std::nullopt;
}

std::optional<WallTime> machine_date(Node root, Node headline) {
  for (Node at = headline ? following_past(headline, root) : root; at; at = following(at, root)) {
    if (at.is("time") && at.has("datetime")) return parse_date(at.attribute("datetime"));
  }
  return std::nullopt;
}

bool is_lead(Node element) {
  static constexpr std::array<std::string_view, 7> words{"sapo",    "hometext", "lead",    "description",
                                                         "chapeau", "tomtat",   "trichyeu"};
  return std::ranges::any_of(words, [element](auto word) { return is_called(element, word); });
}

}  // namespace

ArticleTitle article_title(Node root, const PageHead& head, const std::vector<Block>& all, const FoundList& list) {
  ArticleTitle title = shown_title(root, head, list);
  if (title.text.empty()) title = titled_line(head, all);
  if (title.text.empty() && head.says_article) title.text = head.headline.empty() ? head.title : head.headline;
  return title;
}

bool is_date_line(std::string_view line) {
  if (line.size() > most_date_line_bytes || line.ends_with('.')) return false;
  std::size_t letters = 0;
  for (const char c : line) letters += is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80 ? 1 : 0;
  return letters <= most_words_in_date_line && parse_date(line).has_value();
}

bool is_title_block(const Block& block, const ArticleTitle& title) {
  if (title.element) return is_inside(block.container, title.element);
  return block.paragraph.text == title.text;
}

std::optional<WallTime> date_near(Node root, const ArticleTitle& title, const std::vector<Block>& all) {
  if (const auto date = machine_date(root, title.element)) return date;
  const auto at = std::ranges::find_if(all, [&title](const Block& block) { return is_title_block(block, title); });
  const auto index = at == all.end() ? 0 : at - all.begin();
  const auto count = std::ssize(all);
  for (auto i = index; i < std::min(count, index + 8); ++i) {
    if (const auto date = date_of_line(all[static_cast<std::size_t>(i)])) return date;
  }
  for (auto i = std::min(index, count) - 1; i >= std::max<std::ptrdiff_t>(0, index - 4); --i) {
    if (const auto date = date_of_line(all[static_cast<std::size_t>(i)])) return date;
  }
  return std::nullopt;
}

std::string lead_after(Node root, Node headline) {
  if (!headline) return {};
  for (Node at = following_past(headline, root); at; at = following(at, root)) {
    if (!at.is_element() || !is_lead(at) || is_hidden(at)) continue;
    std::string text = text::clean_caption(plain_text(at));
    if (text.size() >= least_lead_bytes && text.size() <= most_lead_bytes) return text;
  }
  return {};
}

std::string signature(const std::vector<Paragraph>& paragraphs) {
  const std::size_t first = paragraphs.size() < 3 ? 0 : paragraphs.size() - 3;
  for (std::size_t i = paragraphs.size(); i > first; --i) {
    const Paragraph& line = paragraphs[i - 1];
    const bool last = i == paragraphs.size();
    const bool set_apart = line.right || (last && paragraphs.size() > 1 && line.bold && !line.text.ends_with('.'));
    if (set_apart && text::count_words(line.text) <= most_signature_words) return line.text;
  }
  return {};
}

}  // namespace lobby::content
