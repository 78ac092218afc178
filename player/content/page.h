#pragma once

#include <optional>
#include <string_view>

#include "config/recipe.h"
#include "content/document.h"
#include "content/markup.h"
#include "content/page_head.h"

// Pages of a portal. Pure; any thread.
namespace lobby::content {

/// Reads an HTML page: a gate, a list by `recipe`, an article, or a list found by its repeated blocks. Errs (invalid)
/// where the recipe finds nothing, or where there is nothing to read at all.
Result<Reading> read_page(std::string_view html, std::string_view base_url, const config::Recipe* recipe);

/// The list that `recipe` describes. Errs (invalid) where an expression is none or where no item is found.
Result<std::vector<Headline>> recipe_items(const Markup& page, std::string_view base, const config::Recipe& recipe);

/// A list found without a recipe: blocks of one shape, each with one linked title.
struct FoundList {
  std::vector<Headline> items;
  NodeSet blocks;     ///< One for each item.
  bool rich = false;  ///< Items have pictures, summaries or dates; titles alone may be a menu.
  bool full = false;  ///< Most items have a picture or a summary; related stories under an article seldom do.
};
FoundList found_list(const Markup& page, std::string_view base);

/// The story of a page: its item and its paragraphs.
struct Article {
  Headline item;
  std::vector<std::string> content;
};

/// The article in a page; nothing where the page tells none. Text inside the blocks of `list` is not the article's.
std::optional<Article> found_article(const Markup& page, const PageHead& head, const FoundList& list);

}  // namespace lobby::content
