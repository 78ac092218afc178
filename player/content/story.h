#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content/item.h"

namespace lobby::content {

/// One story as its document writes it: markup and raw strings. Every format fills one of these, so that what a title,
/// a summary or a picture is gets decided once.
struct Story {
  std::string id;
  std::string title;    ///< HTML.
  std::string link;     ///< As written; resolved against `base`.
  std::string summary;  ///< HTML.
  std::string content;  ///< HTML: the whole story, where the feed carries it.
  std::string author;   ///< HTML.
  std::string section;  ///< HTML.
  std::string date;
  std::string base;           ///< What links in it start from.
  std::string content_base;   ///< What those in its content start from, where that differs.
  std::vector<Image> images;  ///< Named outright; URLs as written, captions HTML.
};

/// The story as the player shows it. Pictures that are named outright come first, then those inside summary and
/// content. Without a title it takes the first words of the summary; without an id its link, else a digest of its
/// title. A story with neither words nor pictures has an empty title. Pure; any thread.
Headline headline_of(const Story& story);

/// A short name for a text, the same on every machine: 16 hexadecimal digits (FNV-1a, 64 bit).
std::string digest(std::string_view text);

}  // namespace lobby::content
