#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "content/blocks.h"
#include "content/page.h"
#include "content/page_head.h"

// The small parts of an article around its body. Pure; any thread.
namespace lobby::content {

/// The headline as the page shows it, and where; `element` is null where only the head names it.
struct ArticleTitle {
  std::string text;
  Node element;
};

/// The <h1> (or itemprop="headline") that the head repeats, else the longest; never one that links to the home page or
/// stands in `list`. Without one, the line that <title> begins with. Empty where there is none.
ArticleTitle article_title(Node root, const PageHead& head, const std::vector<Block>& all, const FoundList& list);

/// True where the block is the headline or a part of it.
bool is_title_block(const Block& block, const ArticleTitle& title);

/// True for a line that says when: «Thứ Tư, 15/06/2022 | 08:15», not «Ngày 15/6, Công an tỉnh tổ chức hội nghị.»
bool is_date_line(std::string_view line);

/// The date shown closest to the headline: in the lines after it, else in those just before it.
std::optional<WallTime> date_near(Node root, const ArticleTitle& title, const std::vector<Block>& all);

/// The lead that a page sets apart after its headline (class sapo, hometext, description, …); empty where it does not.
std::string lead_after(Node root, Node headline);

/// Who signs the story: a short line at the right among the last paragraphs.
std::string signature(const std::vector<Paragraph>& paragraphs);

}  // namespace lobby::content
