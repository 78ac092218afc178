#include "content/feed_parts.h"

#include "content/ascii.h"
#include "content/dates.h"
#include "content/html_text.h"
#include "content/limits.h"
#include "content/links.h"
#include "content/newest.h"
#include "text/clean.h"

namespace lobby::content {

namespace {

bool is_picture(Node media) {
  const std::string medium = lower_ascii(media.attribute("medium"));
  const std::string type = lower_ascii(media.attribute("type"));
  if (!medium.empty()) return medium == "image";
  return type.empty() || type.starts_with("image/");
}

/// What is said of a picture: inside it, else around it, up to the whole item.
std::string said_of(Node media, Node item, std::initializer_list<std::string_view> names) {
  for (Node place = media; place; place = place.parent()) {
    for (const std::string_view name : names) {
      std::string text = child_text(place, name, Vocabulary::media);
      if (!trimmed(text).empty()) return text;
    }
    if (place == item) break;
  }
  return {};
}

void add_media(Node place, Node item, std::string_view name, std::vector<Image>& images) {
  for (const Node child : place.children()) {
    if (child.vocabulary() != Vocabulary::media) continue;
    if (child.is("group") || (child.is("content") && name == "thumbnail")) add_media(child, item, name, images);
    if (child.is(name) && child.has("url") && is_picture(child)) {
      Image image{child.attribute("url"), said_of(child, item, {"description", "title"})};
      image.credit = said_of(child, item, {"credit"});
      images.push_back(std::move(image));
    }
  }
}

void add_story(Story story, Reading& reading) {
  if (reading.items.size() >= most_items) return;
  std::vector<std::string*> parts{&story.title, &story.summary, &story.content, &story.author, &story.section};
  for (Image& image : story.images) {
    parts.push_back(&image.caption);
    parts.push_back(&image.credit);
  }
  repair_legacy(parts, reading.repairs);
  Headline headline = headline_of(story);
  if (!headline.title.empty() || !headline.images.empty()) reading.items.push_back(std::move(headline));
}

std::vector<std::size_t> extent_of(const Items& items, const Extent& extent) {
  std::vector<std::optional<WallTime>> dates(items.count);
  if (items.count > extent.most) {
    for (std::size_t index = 0; index < items.count; ++index) dates[index] = parse_date(items.date(index));
  }
  return newest(dates, extent);
}

}  // namespace

std::string child_text(Node element, std::string_view name, Vocabulary vocabulary) {
  for (const Node child : element.children()) {
    if (child.is(name) && child.vocabulary() == vocabulary) return child.text();
  }
  return {};
}

std::vector<Image> media_images(Node item) {
  std::vector<Image> images;
  add_media(item, item, "content", images);
  if (images.empty()) add_media(item, item, "thumbnail", images);
  return images;
}

std::string media_description(Node item) {
  for (const Node place : {item, item.child("group")}) {
    std::string text = child_text(place, "description", Vocabulary::media);
    if (!trimmed(text).empty()) return text;
  }
  return {};
}

std::string section_of(Node item) {
  constexpr std::size_t most_bytes = 1000;
  std::string sections;
  for (const Node child : item.children()) {
    const bool subject = child.is("subject") && child.vocabulary() == Vocabulary::dublin_core;
    if (!subject && (!child.is("category") || child.vocabulary() == Vocabulary::media)) continue;
    std::string name = child.text();
    for (const std::string_view attribute : {"label", "term"}) {
      if (trimmed(name).empty()) name = child.attribute(attribute);
    }
    if (trimmed(name).empty() || is_absolute(trimmed(name)) || sections.size() + name.size() > most_bytes) continue;
    if (!sections.empty()) sections += ", ";
    sections += trimmed(name);
  }
  return sections;
}

void add_stories(const Items& items, const Extent& extent, Reading& reading) {
  const auto chosen = extent_of(items, extent);
  for (const std::size_t index : chosen) add_story(items.story(index), reading);
  if (chosen.size() == items.count || reading.items.size() == chosen.size()) return;
  reading.items.clear();
  reading.repairs = {};
  for (std::size_t index = 0; index < items.count; ++index) add_story(items.story(index), reading);
}

std::string feed_title(std::string html) {
  Repairs repairs;
  repair_legacy({&html}, repairs);
  return text::clean_caption(html_text(html));
}

}  // namespace lobby::content
