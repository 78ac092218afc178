#include "content/ascii.h"
#include "content/feed_parts.h"
#include "content/feeds.h"
#include "content/links.h"

namespace lobby::content {

namespace {

bool is_own(Node element) {
  const Vocabulary vocabulary = element.vocabulary();
  return vocabulary == Vocabulary::none || vocabulary == Vocabulary::rss10;
}

/// The text of a child in RSS's own vocabulary; of several the first that is not empty. NukeViet and others write
/// everything twice, once for a module.
std::string own_text(Node element, std::string_view name) {
  for (const Node child : element.children()) {
    if (!child.is(name) || !is_own(child)) continue;
    std::string text = child.text();
    if (!trimmed(text).empty()) return text;
  }
  return {};
}

std::string first_filled(std::initializer_list<std::string> texts) {
  for (const std::string& text : texts) {
    if (!trimmed(text).empty()) return text;
  }
  return {};
}

void add_enclosures(Node item, std::vector<Image>& images) {
  for (const Node child : item.children()) {
    if (!child.is("enclosure") || !is_own(child)) continue;
    const std::string type = lower_ascii(child.attribute("type"));
    const std::string url = child.attribute("url");
    if (type.starts_with("image/") ||
        (!type.starts_with("audio/") && !type.starts_with("video/") && is_picture_file(url))) {
      images.push_back({url, {}});
    }
  }
}

/// <image> inside an item is no RSS, but portals write it: as a URL or with an inner <url>; podcasts with an attribute.
void add_item_image(Node item, std::vector<Image>& images) {
  for (const Node child : item.children()) {
    const bool named = child.is("image") || child.is("thumb") || child.is("thumbnail");
    if (!named || child.vocabulary() == Vocabulary::media) continue;
    const std::string url = first_filled({child.child("url").text(), child.attribute("href"), child.text()});
    if (!trimmed(url).empty()) images.push_back({url, {}});
  }
}

/// A link through a counting service names the page itself beside it.
std::string original_link(Node item) { return item.child("origLink").text(); }

std::string link_of(Node item) {
  std::string link = first_filled({original_link(item), own_text(item, "link")});
  if (!resolve_link({}, link).empty()) return link;  // «javascript:void(0)» is none.
  for (const Node child : item.children()) {
    if (child.is("link") && child.has("href")) return child.attribute("href");
  }
  // RSS 2.0: a guid is a link unless it says that it is none.
  const Node guid = item.child("guid");
  const std::string text = guid.text();
  return !same_word(guid.attribute("isPermaLink"), "false") && is_absolute(trimmed(text)) ? text : std::string();
}

std::string date_of(Node item) {
  return first_filled(
      {own_text(item, "pubDate"), child_text(item, "date", Vocabulary::dublin_core),
       child_text(item, "issued", Vocabulary::dublin_core), child_text(item, "created", Vocabulary::dublin_core),
       child_text(item, "modified", Vocabulary::dublin_core), child_text(item, "published", Vocabulary::atom),
       child_text(item, "updated", Vocabulary::atom), own_text(item, "date"), own_text(item, "published"),
       own_text(item, "updated"), own_text(item, "publishedDate"), own_text(item, "created")});
}

Story story_of(Node item, std::string_view base) {
  Story story;
  story.base = item.xml_base(base);
  story.title = first_filled({own_text(item, "title"), child_text(item, "title", Vocabulary::dublin_core)});
  story.link = link_of(item);
  story.id = first_filled({own_text(item, "guid"), item.attribute("about")});
  story.summary = own_text(item, "description");
  story.content = child_text(item, "encoded", Vocabulary::content);
  if (story.summary.empty()) {
    story.summary = first_filled({child_text(item, "description", Vocabulary::dublin_core), own_text(item, "summary"),
                                  child_text(item, "summary", Vocabulary::other)});
  }
  story.author = first_filled({child_text(item, "creator", Vocabulary::dublin_core), own_text(item, "author"),
                               child_text(item, "author", Vocabulary::other)});
  story.section = section_of(item);
  if (story.summary.empty() && trimmed(story.content).empty()) story.summary = media_description(item);
  story.date = date_of(item);
  add_enclosures(item, story.images);
  for (Image& image : media_images(item)) story.images.push_back(std::move(image));
  add_item_image(item, story.images);
  return story;
}

/// RSS 1.0 has them beside the channel.
std::vector<Node> items_of(Node root, Node channel) {
  std::vector<Node> items;
  for (const Node place : {channel, root}) {
    for (const Node child : place.children()) {
      if (child.is("item")) items.push_back(child);
    }
  }
  return items;
}

}  // namespace

Reading read_rss(Node root, std::string_view document_base, const Extent& extent) {
  Reading reading;
  reading.format = Format::rss;
  const Node channel = root.child("channel");
  reading.title = feed_title(own_text(channel, "title"));
  // A feed that does not know where it came from still knows whose it is.
  const std::string home = own_text(channel, "link");
  std::string base(document_base);
  if (base.empty() && is_absolute(trimmed(home))) base = trimmed(home);
  const auto items = items_of(root, channel);
  add_stories({items.size(), [&items](std::size_t index) { return date_of(items[index]); },
               [&items, &base](std::size_t index) { return story_of(items[index], base); }},
              extent, reading);
  return reading;
}

}  // namespace lobby::content
