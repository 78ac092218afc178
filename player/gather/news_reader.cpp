#include "gather/news_reader.h"

#include <algorithm>
#include <set>

#include "base/format.h"
#include "content/links.h"
#include "gather/remote.h"

namespace lobby::gather {

namespace {

/// How many items of a feed can come to the screen: those that are kept, and some more for those that tell the same
/// story as another, as of a portal that names each under two headings. All where rules choose among them, and of a
/// page, which is judged by all that it used to say, and by its links the feed that it names.
content::Extent extent_of(const config::Source& spec, WallTime now) {
  const bool chosen = spec.hold || !spec.include.empty() || !spec.exclude.empty();
  if (chosen || std::holds_alternative<config::PageSource>(spec.what)) return {};
  const auto keep = static_cast<std::size_t>(std::max(0, spec.keep));
  return {keep + std::max(keep / 4, std::size_t{12}), now};
}

}  // namespace

Result<content::Reading> news_in(const content::Document& document, const config::Source& spec, bool remote,
                                 WallTime now) {
  const auto* page = std::get_if<config::PageSource>(&spec.what);
  const auto expect = page != nullptr ? content::Expect::page : content::Expect::feed;
  const auto* recipe = page != nullptr && page->recipe ? &*page->recipe : nullptr;
  auto reading = content::read_document(document, expect, recipe, extent_of(spec, now));
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
