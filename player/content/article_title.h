#pragma once

#include <string>
#include <vector>

#include "content/blocks.h"
#include "content/page.h"
#include "content/page_head.h"

namespace lobby::content {

/// The headline as the page shows it, and where; `element` is null where only the head or a line names it.
struct ArticleTitle {
  std::string text;
  Node element;
  bool guessed = false;  ///< Nothing but its place and its class says that it is one.
};

/// The <h1> (or itemprop="headline") that the head repeats, else the line that the head begins with, else the longest
/// <h1>, else the line called a title that stands closest above the story in `body`. Never one that links to the home
/// page or stands in `list`. Empty where there is none. Pure; any thread.
ArticleTitle article_title(Node root, const PageHead& head, const std::vector<Block>& all, Node body,
                           const FoundList& list);

/// True where the block is the headline or a part of it.
bool is_title_block(const Block& block, const ArticleTitle& title);

}  // namespace lobby::content
