#include "content/ascii.h"
#include "content/feed_parts.h"
#include "content/feeds.h"
#include "content/json.h"
#include "content/links.h"

namespace lobby::content {

namespace {

std::string first_string(const Json& object, std::initializer_list<const char*> names) {
  for (const char* name : names) {
    std::string text = string_of(object, name);
    if (!trimmed(text).empty()) return text;
  }
  return {};
}

std::string author_of(const Json& object) {
  const Json& authors = member(object, "authors");
  if (authors.is_array() && !authors.empty()) return string_of(authors.front(), "name");
  return string_of(member(object, "author"), "name");
}

void add_attachments(const Json& item, std::vector<Image>& images) {
  const Json& attachments = member(item, "attachments");
  if (!attachments.is_array()) return;
  for (const Json& attachment : attachments) {
    if (lower_ascii(string_of(attachment, "mime_type")).starts_with("image/")) {
      images.push_back({string_of(attachment, "url"), string_of(attachment, "title")});
    }
  }
}

std::string tags_of(const Json& item) {
  constexpr std::size_t most_bytes = 1000;
  std::string tags;
  for (const Json& tag : member(item, "tags")) {
    const auto* const name = tag.get_ptr<const std::string*>();
    if (name == nullptr || name->empty() || tags.size() + name->size() > most_bytes) continue;
    if (!tags.empty()) tags += ", ";
    tags += *name;
  }
  return tags;
}

std::string date_of(const Json& item) { return first_string(item, {"date_published", "date_modified"}); }

Story story_of(const Json& item, std::string_view base, const std::string& feed_author) {
  Story story;
  story.base = base;
  story.id = string_of(item, "id");
  story.title = string_of(item, "title");
  story.link = first_string(item, {"url", "external_url"});
  story.summary = string_of(item, "summary");
  story.content = first_string(item, {"content_html", "content_text"});
  story.date = date_of(item);
  story.author = author_of(item);
  if (story.author.empty()) story.author = feed_author;
  story.section = tags_of(item);
  for (const char* name : {"image", "banner_image"}) {
    const std::string url = string_of(item, name);
    if (!url.empty()) story.images.push_back({url, {}});
  }
  add_attachments(item, story.images);
  return story;
}

Reading reading_of(const Json& feed, std::string_view document_base, const Extent& extent) {
  Reading reading;
  reading.format = Format::jsonfeed;
  reading.title = feed_title(string_of(feed, "title"));
  std::string base(document_base);
  if (base.empty()) base = first_string(feed, {"feed_url", "home_page_url"});
  const std::string author = author_of(feed);
  std::vector<const Json*> items;
  for (const Json& item : member(feed, "items")) {
    if (item.is_object()) items.push_back(&item);
  }
  add_stories({items.size(), [&items](std::size_t index) { return date_of(*items[index]); },
               [&](std::size_t index) { return story_of(*items[index], base, author); }},
              extent, reading);
  return reading;
}

}  // namespace

Result<Reading> read_jsonfeed(std::string_view document, std::string_view base, const Extent& extent) {
  const std::string mended = without_lone_surrogates(document);
  const std::string_view text = mended;
  const JsonOutline outline(text);
  if (outline.too_deep()) return fail(ErrorKind::refused, "the JSON nests too deep for a feed");
  Json feed = Json::parse(text, nullptr, false);
  const bool complete = !feed.is_discarded();
  if (!complete && outline.whole_items_end() > 0) {
    const std::string whole = std::string(text.substr(0, outline.whole_items_end())) + "]}";
    feed = Json::parse(whole, nullptr, false);
  }
  if (feed.is_discarded()) return fail(ErrorKind::invalid, "the feed is cut or broken: it is no valid JSON");
  if (!member(feed, "items").is_array()) {
    return fail(ErrorKind::invalid, "a JSON document without «items» came instead of a feed");
  }
  Reading reading = reading_of(feed, base, extent);
  reading.complete = complete;
  return reading;
}

}  // namespace lobby::content
