#include <utility>

#include "base/format.h"
#include "content/ascii.h"
#include "content/html_text.h"
#include "content/limits.h"
#include "content/page.h"
#include "content/pictures.h"
#include "content/recipe_check.h"
#include "content/story.h"

namespace lobby::content {

namespace {

Match first_match(const Markup& page, const std::string& xpath, Node item) {
  for (Match& match : page.matches(xpath, item)) {
    const std::string text = match.node ? std::string() : match.text;
    if (match.node || !trimmed(text).empty()) return std::move(match);
  }
  return {};
}

std::string text_of(const Match& match) { return match.node ? plain_text(match.node) : match.text; }

std::string link_of(const Match& match) {
  for (Node at = match.node; at; at = at.parent()) {
    if (at.is("a") && at.has("href")) return at.attribute("href");
  }
  return match.node ? plain_text(match.node) : match.text;
}

std::string date_of(const Match& match) {
  const bool timed = match.node && match.node.has("datetime");
  return timed ? match.node.attribute("datetime") : text_of(match);
}

/// The picture that an expression means. A lazy loader's placeholder sends us to the element that it stands in.
std::optional<std::string> picture_of(const Match& match, Node item, std::string_view base) {
  if (match.node.is("img")) return picture_url(match.node, base);
  if (!match.node && match.text.empty()) return std::nullopt;
  if (const auto url = picture_url(text_of(match), base)) return url;
  for (const Node img : descendants(item, "img")) {
    if (const auto url = picture_url(img, base)) return url;
  }
  return std::nullopt;
}

Headline item_of(const Markup& page, Node node, std::string_view base, const config::Recipe& recipe) {
  Story story;
  story.base = base;
  story.title = text_of(first_match(page, recipe.title, node));
  story.link = link_of(first_match(page, recipe.link, node));
  story.date = date_of(first_match(page, recipe.date, node));
  story.summary = text_of(first_match(page, recipe.summary, node));
  if (const auto url = picture_of(first_match(page, recipe.image, node), node, base))
    story.images.push_back({*url, {}});
  return headline_of(story);
}

}  // namespace

Result<void> check_recipe(const config::Recipe& recipe) {
  const std::pair<const char*, const std::string*> fields[] = {{"item", &recipe.item},       {"title", &recipe.title},
                                                               {"link", &recipe.link},       {"date", &recipe.date},
                                                               {"summary", &recipe.summary}, {"image", &recipe.image}};
  for (const auto& [name, xpath] : fields) {
    if (xpath->empty()) continue;
    if (const auto valid = Markup::check_xpath(*xpath); !valid) {
      return fail(ErrorKind::invalid, format("'{}' of the recipe: {}", name, valid.error().message));
    }
  }
  return {};
}

Result<std::vector<Headline>> recipe_items(const Markup& page, std::string_view base, const config::Recipe& recipe) {
  if (const auto valid = check_recipe(recipe); !valid) return std::unexpected(valid.error());
  std::vector<Headline> items;
  for (const Match& match : page.matches(recipe.item, page.root())) {
    if (!match.node || items.size() >= most_items) continue;
    Headline item = item_of(page, match.node, base, recipe);
    if (!item.title.empty()) items.push_back(std::move(item));
  }
  if (!items.empty()) return items;
  return fail(
      ErrorKind::invalid,
      format("the recipe finds no item with a title in the page (item: {}); the page may have changed", recipe.item));
}

}  // namespace lobby::content
