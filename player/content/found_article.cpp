#include <algorithm>

#include "content/article_body.h"
#include "content/article_marks.h"
#include "content/ascii.h"
#include "content/boilerplate.h"
#include "content/captions.h"
#include "content/dates.h"
#include "content/html_text.h"
#include "content/links.h"
#include "content/page.h"
#include "content/story.h"
#include "text/clean.h"

namespace lobby::content {

namespace {

constexpr std::size_t least_bytes = 80;
/// Beside a list of stories with pictures and summaries, a few words are an introduction of the site.
constexpr std::size_t least_bytes_beside_list = 400;
constexpr int words_of_a_summary = 60;

std::vector<Block> blocks_outside(const FoundList& list, Node root, std::string_view base) {
  std::vector<Block> all = blocks(root, base, Boilerplate::skipped);
  std::erase_if(all, [&list](const Block& block) { return list.blocks.holds(block.container); });
  return all;
}

/// The story inside its body: from the headline on, up to where other stories are announced.
std::vector<Block> told(const std::vector<Block>& all, Node body, const ArticleTitle& title) {
  std::vector<Block> story;
  for (const Block& block : all) {
    if (is_title_block(block, title)) {
      story.clear();
      continue;
    }
    if (!is_inside(block.container, body)) continue;
    if (!block.is_image() && announces_others(block.paragraph.text)) break;
    if (!block.is_image() && block.paragraph.linked) continue;
    const bool date_line = story.size() < 3 && !block.is_image() && is_date_line(block.paragraph.text);
    if (!date_line) story.push_back(block);
  }
  return story;
}

std::size_t bytes_of(const Captioned& parts) {
  std::size_t bytes = 0;
  for (const Paragraph& paragraph : parts.paragraphs) bytes += paragraph.heading ? 0 : paragraph.text.size();
  for (const Image& image : parts.images) bytes += image.caption.size();
  return bytes;
}

bool is_article(const Captioned& parts, const PageHead& head, const FoundList& list) {
  const std::size_t bytes = bytes_of(parts);
  if (head.says_article) return bytes > 0 || !parts.images.empty();
  return bytes >= (list.full ? least_bytes_beside_list : least_bytes);
}

/// The lead as the page sets it, else a bold first paragraph, else what the head says, else the first paragraph.
std::string summary_of(const std::string& lead, const Captioned& parts, const PageHead& head) {
  if (!lead.empty()) return lead;
  const Paragraph* first = nullptr;
  for (const Paragraph& paragraph : parts.paragraphs) {
    if (first == nullptr && !paragraph.heading) first = &paragraph;
  }
  if (first != nullptr && first->bold) return first->text;
  if (!head.description.empty()) return head.description;
  return first == nullptr ? std::string() : first_words(first->text, words_of_a_summary);
}

Article built(const ArticleTitle& title, Captioned parts, const std::string& lead, const PageHead& head) {
  Article article;
  Headline& item = article.item;
  item.title = title.text;
  item.link = head.url;
  item.id = head.url.empty() ? digest(title.text) : head.url;
  item.summary = summary_of(lead, parts, head);
  item.author = head.author.empty() ? signature(parts.paragraphs) : head.author;
  item.images = std::move(parts.images);
  if (item.images.empty() && !head.image.empty()) item.images.push_back({head.image, {}});
  for (const Paragraph& paragraph : parts.paragraphs) article.content.push_back(paragraph.text);
  const bool lead_inside = std::ranges::find(article.content, lead) != article.content.end();
  if (!lead.empty() && !lead_inside) article.content.insert(article.content.begin(), lead);
  return article;
}

}  // namespace

std::optional<Article> found_article(const Markup& page, const PageHead& head, const FoundList& list) {
  const Node root = page.root();
  const std::vector<Block> all = blocks_outside(list, root, head.base);
  const ArticleTitle title = article_title(root, head, all, list);
  if (title.text.empty()) return std::nullopt;
  const Node body = article_body(all);
  Captioned parts = captioned(told(all, body, title));
  if (!is_article(parts, head, list)) return std::nullopt;
  Article article = built(title, std::move(parts), lead_after(root, title.element), head);
  article.item.published = head.published ? head.published : date_near(root, title, all);
  return article;
}

}  // namespace lobby::content
