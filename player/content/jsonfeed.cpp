#include <charconv>
#include <nlohmann/json.hpp>
#include <optional>

#include "content/ascii.h"
#include "content/feed_parts.h"
#include "content/feeds.h"
#include "content/limits.h"
#include "content/links.h"

namespace lobby::content {

namespace {

using Json = nlohmann::json;

/// Walks over JSON without parsing it: how deep it nests, and where the last whole element of its «items» ends.
class Outline {
 public:
  explicit Outline(std::string_view text) {
    for (std::size_t at = 0; at < text.size() && deepest_ <= most_nesting; ++at) step(text, at);
  }
  bool too_deep() const { return deepest_ > most_nesting; }
  std::size_t whole_items_end() const { return end_; }  ///< 0: there is no whole item.

 private:
  void step(std::string_view text, std::size_t at) {
    const char c = text[at];
    if (in_string_) {
      in_string_ = escaped_ || c != '"';
      escaped_ = !escaped_ && c == '\\';
    } else if (c == '"') {
      in_string_ = true;
    } else if (c == '{' || c == '[') {
      if (depth_ == 1 && c == '[') in_items_ = is_items(text.substr(0, at));
      deepest_ = std::max(deepest_, ++depth_);
    } else if (c == '}' || c == ']') {
      --depth_;
      if (depth_ == 2 && c == '}' && in_items_) end_ = at + 1;
    }
  }

  static bool is_items(std::string_view before) {
    before = trimmed(before);
    if (!before.ends_with(':')) return false;
    before.remove_suffix(1);
    return trimmed(before).ends_with("\"items\"");
  }

  int depth_ = 0;
  int deepest_ = 0;
  bool in_string_ = false;
  bool escaped_ = false;
  bool in_items_ = false;
  std::size_t end_ = 0;
};

std::optional<unsigned> unit_at(std::string_view text, std::size_t at) {
  if (at + 6 > text.size() || text[at] != '\\' || text[at + 1] != 'u') return std::nullopt;
  unsigned unit = 0;
  const auto [end, error] = std::from_chars(text.begin() + at + 2, text.begin() + at + 6, unit, 16);
  if (error != std::errc{} || end != text.begin() + at + 6) return std::nullopt;
  return unit;
}

/// Half a character, as a summary has that was cut to a length, becomes U+FFFD: to the parser it is no JSON.
std::string without_lone_surrogates(std::string_view text) {
  std::string out(text);
  for (std::size_t at = out.find('\\'); at < out.size(); at = out.find('\\', at)) {
    const unsigned unit = unit_at(out, at).value_or(0);
    const unsigned next = unit_at(out, at + 6).value_or(0);
    const bool pair = unit >= 0xD800 && unit < 0xDC00 && next >= 0xDC00 && next < 0xE000;
    if (!pair && unit >= 0xD800 && unit < 0xE000) out.replace(at, 6, "\\ufffd");
    at += pair ? 12 : 2;
  }
  return out;
}

const Json& member(const Json& object, const char* name) {
  static const Json none;
  if (!object.is_object()) return none;
  const auto found = object.find(name);
  return found == object.end() ? none : *found;
}

std::string string_of(const Json& object, const char* name) {
  const Json& value = member(object, name);
  if (value.is_string()) return value.get<std::string>();
  return value.is_number() ? value.dump() : std::string();
}

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

Story story_of(const Json& item, std::string_view base, const std::string& feed_author) {
  Story story;
  story.base = base;
  story.id = string_of(item, "id");
  story.title = string_of(item, "title");
  story.link = first_string(item, {"url", "external_url"});
  story.summary = string_of(item, "summary");
  story.content = first_string(item, {"content_html", "content_text"});
  story.date = first_string(item, {"date_published", "date_modified"});
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

Reading reading_of(const Json& feed, std::string_view document_base) {
  Reading reading;
  reading.format = Format::jsonfeed;
  reading.title = feed_title(string_of(feed, "title"));
  std::string base(document_base);
  if (base.empty()) base = first_string(feed, {"feed_url", "home_page_url"});
  const std::string author = author_of(feed);
  for (const Json& item : member(feed, "items")) {
    if (item.is_object()) add_story(story_of(item, base, author), reading);
  }
  return reading;
}

}  // namespace

Result<Reading> read_jsonfeed(std::string_view document, std::string_view base) {
  const std::string mended = without_lone_surrogates(document);
  const std::string_view text = mended;
  const Outline outline(text);
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
  Reading reading = reading_of(feed, base);
  reading.complete = complete;
  return reading;
}

}  // namespace lobby::content
