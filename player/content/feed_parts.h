#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "content/document.h"
#include "content/markup.h"
#include "content/story.h"

// What RSS and Atom have in common. Pure; any thread.
namespace lobby::content {

/// The text of the first child with that name and vocabulary; empty where there is none.
std::string child_text(Node element, std::string_view name, Vocabulary vocabulary);

/// The pictures of the media module: media:content and media:thumbnail, alone or in media:group, with media:title,
/// media:description as captions and media:credit. A thumbnail serves only where there is no content.
std::vector<Image> media_images(Node item);

/// What the media module says of an item that says nothing itself: media:description, alone or in media:group.
std::string media_description(Node item);

/// The sections that a feed's item is filed under: category and dc:subject, joined by «, ».
std::string section_of(Node item);

/// The items of a feed as its format has them, before anything is made of them.
struct Items {
  std::size_t count = 0;
  std::function<std::string(std::size_t)> date;  ///< As written.
  std::function<Story(std::size_t)> story;
};

/// Adds the stories of the items that are wanted, with what is in a legacy encoding repaired, up to the limit. Items
/// that say nothing are left out; where one of those wanted does, all are read.
void add_stories(const Items& items, const Extent& extent, Reading& reading);

/// The clean title of a feed, from its HTML.
std::string feed_title(std::string html);

}  // namespace lobby::content
