#include <algorithm>

#include "content/article_body.h"
#include "content/article_marks.h"
#include "content/article_title.h"
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

/// The story inside its body: from the headline on, up to where other stories are announced. Pictures between the
/// headline and the body are the story's.
class Telling {
 public:
  Telling(const std::vector<Block>& all, Node body, const ArticleTitle& title)
      : all_(all), body_(body), title_(title) {}

  struct Told {
    std::vector<Block> blocks;
    std::string byline;
    std::string source;
    std::string lead;  ///< Set bold between the headline and the body.
  };

  Told told() {
    for (std::size_t i = 0; i < all_.size(); ++i) {
      const Block& block = all_[i];
      if (is_title_block(block, title_)) {
        told_.blocks.clear();
        under_title_ = true;
      } else if (!take_mark(block) && !skips(block)) {
        if (ends_at(i)) break;
        if (belongs(i)) told_.blocks.push_back(block);
      }
    }
    return std::move(told_);
  }

 private:
  bool in_body(const Block& block) const { return is_inside(block.container, body_); }

  bool take_mark(const Block& block) {
    if (block.is_image()) return false;
    const std::string byline = byline_of(block.paragraph.text);
    const std::string source = source_of(block.paragraph.text);
    if (told_.byline.empty()) told_.byline = byline;
    if (told_.source.empty()) told_.source = source;
    return !byline.empty() || !source.empty();
  }

  /// Inside a box of other stories that stands in the middle of this one.
  bool skips(const Block& block) {
    if (box_ && is_inside(block.container, box_)) return true;
    box_ = {};
    return false;
  }

  bool ends_at(std::size_t index) {
    const Block& block = all_[index];
    if (block.is_image() || !in_body(block) || !announces_others(block.paragraph.text)) return false;
    if (!announces_related(block.paragraph.text) || !goes_on_after(index)) return true;
    box_ = block.container;
    while (box_.parent() && box_.parent() != body_) box_ = box_.parent();
    return false;
  }

  bool goes_on_after(std::size_t index) const {
    constexpr std::size_t paragraph = 120;
    return std::any_of(all_.begin() + static_cast<std::ptrdiff_t>(index) + 1, all_.end(), [this](const Block& block) {
      return in_body(block) && !block.paragraph.linked && block.paragraph.text.size() >= paragraph;
    });
  }

  bool belongs(std::size_t index) {
    const Block& block = all_[index];
    const bool inside = in_body(block);
    in_body_ = in_body_ || (inside && !block.is_image());
    if (block.is_image()) return inside || is_lead_picture(block);
    const Paragraph& line = block.paragraph;
    if (!inside) {
      take_lead(block);
      return under_title_ && !in_body_ && is_under_lead_picture(line);
    }
    if (box_ || line.linked || is_furniture(line.text)) return false;
    return told_.blocks.size() >= 3 || !is_date_line(line.text);
  }

  bool stands_beside_body(const Block& block) const {
    return !block.paragraph.caption && !block.paragraph.italic && is_inside(body_, block.container.parent()) &&
           !is_inside(body_, block.container);
  }

  void take_lead(const Block& block) {
    const Paragraph& line = block.paragraph;
    constexpr std::size_t least_bytes_of_lead = 60;
    const bool above = under_title_ && !in_body_ && !line.linked && line.text.size() >= least_bytes_of_lead;
    if (above && told_.lead.empty() && (line.bold || stands_beside_body(block))) told_.lead = line.text;
  }

  /// Above the body, and not the face of who wrote it.
  bool is_lead_picture(const Block& block) const {
    if (!under_title_ || in_body_ || is_inside(body_, block.container)) return false;
    for (Node at = block.inner; at; at = at.parent()) {
      if (is_called(at, "author") || is_called(at, "byline")) return false;
      if (is_inside(body_, at)) break;
    }
    return true;
  }

  bool is_under_lead_picture(const Paragraph& line) const {
    return !told_.blocks.empty() && told_.blocks.back().is_image() && (line.caption || line.italic);
  }

  const std::vector<Block>& all_;
  Node body_;
  const ArticleTitle& title_;
  Told told_;
  Node box_;
  bool under_title_ = false;
  bool in_body_ = false;
};

std::size_t bytes_of(const Captioned& parts) {
  std::size_t bytes = 0;
  for (const Paragraph& paragraph : parts.paragraphs) bytes += paragraph.heading ? 0 : paragraph.text.size();
  for (const Image& image : parts.images) bytes += image.caption.size();
  return bytes;
}

bool is_article(const Captioned& parts, const PageHead& head, const FoundList& list) {
  const std::size_t bytes = bytes_of(parts);
  if (head.says_article) {
    const bool told_in_head = !head.body.empty() || (!head.description.empty() && list.items.size() < 3);
    return bytes > 0 || !parts.images.empty() || told_in_head;
  }
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

/// Who the page says wrote it, else who the head says, else who signs.
std::string author_of(const Telling::Told& told, const Captioned& parts, const PageHead& head,
                      const std::string& near) {
  std::string author = told.byline;
  for (const std::string& other : {head.author, near, signature(parts.paragraphs), told.source, head.site_author}) {
    if (author.empty()) author = other;
  }
  return author;
}

Article built(const ArticleTitle& title, Captioned parts, const std::string& lead, const PageHead& head) {
  Article article;
  Headline& item = article.item;
  item.title = title.text;
  item.link = head.url;
  item.id = head.url.empty() ? digest(title.text) : head.url;
  item.summary = summary_of(lead, parts, head);
  item.images = std::move(parts.images);
  if (item.images.empty() && !head.image.empty()) item.images.push_back({head.image, {}});
  for (const Paragraph& paragraph : parts.paragraphs) article.content.push_back(paragraph.text);
  if (article.content.empty()) article.content = head.body;
  const bool lead_inside = std::ranges::find(article.content, lead) != article.content.end();
  if (!lead.empty() && !lead_inside) article.content.insert(article.content.begin(), lead);
  return article;
}

}  // namespace

std::optional<Article> found_article(const Markup& page, const PageHead& head, const FoundList& list) {
  const Node root = page.root();
  const std::vector<Block> all = blocks_outside(list, root, head.base);
  const Node body = article_body(all);
  const ArticleTitle title = article_title(root, head, all, body, list);
  if (title.text.empty()) return std::nullopt;
  Telling::Told told = Telling(all, body, title).told();
  const Node story = told.blocks.empty() ? Node() : told.blocks.front().container;
  Captioned parts = captioned(told.blocks);
  const auto published = head.published ? head.published : date_near(root, title, all);
  if (!is_article(parts, head, list) || (title.guessed && list.items.size() > 2 && !published)) return std::nullopt;
  const std::string author = author_of(told, parts, head, author_near(root, title, all, body));
  std::string lead = lead_after(root, title, all, story);
  if (lead.empty()) lead = told.lead;
  Article article = built(title, std::move(parts), lead, head);
  article.item.author = author;
  article.item.section = head.section.empty() ? trail_section(root, title.text) : head.section;
  article.item.published = published;
  return article;
}

}  // namespace lobby::content
