#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "content/markup.h"

namespace lobby::content {

/// What a page says of itself where readers do not look: <head>, JSON-LD (schema.org) and microdata.
struct PageHead {
  std::string title;     ///< <title>.
  std::string url;       ///< Where the page itself is; empty when unknown.
  std::string headline;  ///< Of the story: JSON-LD, microdata or og:title. Empty on other pages.
  std::string description;
  std::string author;             ///< Of the story: JSON-LD, microdata or article:author.
  std::string site_author;        ///< Of <meta name="author">, which seldom changes with the story.
  std::string site_name;          ///< og:site_name.
  std::string section;            ///< JSON-LD, article:section or microdata.
  std::string image;              ///< A URL, absolute where a base is known.
  std::vector<std::string> body;  ///< The paragraphs that JSON-LD carries.
  std::string base;               ///< What links in the page start from.
  std::string feed_url;
  std::optional<WallTime> published;
  bool says_article = false;  ///< It calls itself an article.
};

/// `base_url` may be empty; then <base>, a canonical link or og:url serve. Pure; any thread.
PageHead page_head(const Markup& page, std::string_view base_url);

/// The clean text of <title>.
std::string page_title(const Markup& page);

/// What a JSON-LD block says of a story; fields that it does not name are left as they are.
void apply_json_ld(std::string_view json, PageHead& head);

}  // namespace lobby::content
