#include "gather/news_reader.h"

#include <algorithm>
#include <set>

#include "base/format.h"
#include "content/links.h"
#include "gather/remote.h"

namespace lobby::gather {

Result<content::Reading> news_in(const content::Document& document, const config::Source& spec, bool remote) {
  const auto* page = std::get_if<config::PageSource>(&spec.what);
  const auto expect = page != nullptr ? content::Expect::page : content::Expect::feed;
  const auto* recipe = page != nullptr && page->recipe ? &*page->recipe : nullptr;
  auto reading = content::read_document(document, expect, recipe);
  if (!reading) return reading;
  if (reading->page_kind == content::PageKind::gate) {
    return fail(ErrorKind::invalid, format("the server answered with a {} instead of the news", reading->gate));
  }
  if (!reading->complete) return fail(ErrorKind::unavailable, "the document ends in the middle");
  if (reading->items.empty()) return fail(ErrorKind::invalid, "the document has no news in it");
  for (auto& headline : reading->items) {
    headline.source = spec.name;
    if (remote) drop_local_images(headline);
  }
  return reading;
}

bool covers(const content::Reading& feed, const std::vector<content::Headline>& page) {
  std::set<std::string> links;
  for (const auto& headline : feed.items) links.insert(content::link_key(headline.link));
  const auto found = std::ranges::count_if(
      page, [&links](const auto& headline) { return links.contains(content::link_key(headline.link)); });
  return feed.format != content::Format::page && !page.empty() && found * 2 >= std::ssize(page);
}

}  // namespace lobby::gather
