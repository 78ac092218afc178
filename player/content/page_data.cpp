#include "content/page_data.h"

#include <nlohmann/json.hpp>

#include "content/captions.h"
#include "content/limits.h"
#include "content/story.h"

namespace lobby::content {

namespace {

using Json = nlohmann::json;
using Names = std::initializer_list<const char*>;

constexpr std::size_t most_bytes = 512 * 1024;
constexpr int most_depth = 24;
/// Fewer are an excerpt.
constexpr std::size_t least_story_bytes = 120;

/// The first of `names` that holds a string, or an object or list that leads to one.
std::string text_of(const Json& json, Names names, int depth = 0) {
  for (const char* const name : names) {
    const auto found = json.find(name);
    if (found == json.end()) continue;
    const Json& value = found->is_array() && !found->empty() ? found->front() : *found;
    if (value.is_string() && !value.get_ref<const std::string&>().empty()) return value.get<std::string>();
    if (value.is_object() && depth == 0) return text_of(value, {"rendered", "url", "src", "name", "title"}, depth + 1);
  }
  return {};
}

Story story_of(const Json& json, const std::string& base) {
  Story story;
  story.base = base;
  story.title = text_of(json, {"title", "headline"});
  story.link = text_of(json, {"url", "link", "href", "permalink", "path"});
  story.summary = text_of(json, {"summary", "description", "excerpt", "sapo", "lead", "shortDescription"});
  story.content = text_of(json, {"content", "body", "contentHtml", "content_html", "html"});
  story.author = text_of(json, {"author", "authorName", "author_name"});
  story.section = text_of(json, {"category", "categoryName", "category_name"});
  story.date = text_of(json, {"publishedAt", "published_at", "publishDate", "publish_date", "date", "createdAt",
                              "created_at", "publishedDate"});
  const std::string image = text_of(json, {"thumbnail", "image", "avatar", "cover", "thumb", "featuredImage"});
  if (!image.empty()) story.images.push_back({image, {}});
  return story;
}

/// A name and an address alone are an entry of a menu.
bool is_story(const Story& story) {
  return !story.title.empty() && !(story.date.empty() && story.summary.empty() && story.content.empty());
}

/// Recursion is bounded by most_depth.
void collect(const Json& json, const std::string& base, std::vector<Story>& stories, int depth = 0) {
  if (depth > most_depth || stories.size() >= most_items || !json.is_structured()) return;
  if (json.is_object()) {
    Story story = story_of(json, base);
    if (is_story(story)) {
      stories.push_back(std::move(story));
      return;
    }
  }
  for (const Json& value : json) collect(value, base, stories, depth + 1);
}

std::vector<std::string> paragraphs_of(const Story& story) {
  const Markup tree = Markup::html("<div>" + story.content + "</div>");
  std::vector<std::string> texts;
  for (const Paragraph& line : captioned(blocks(tree.root(), story.base, Boilerplate::skipped)).paragraphs) {
    texts.push_back(line.text);
  }
  return texts;
}

PageData told(const std::vector<Story>& stories) {
  PageData data;
  for (const Story& story : stories) {
    if (story.content.size() < least_story_bytes) continue;
    // Several stories told whole are a list that carries more than it shows.
    if (!data.items.empty()) return {};
    data.items.push_back(headline_of(story));
    data.content = paragraphs_of(story);
  }
  return data;
}

}  // namespace

PageData page_data(const Markup& page, const std::string& base) {
  std::vector<Story> stories;
  for (const Node script : descendants(page.root(), "script")) {
    if (script.attribute("id") != "__NEXT_DATA__") continue;
    const std::string text = script.text();
    const Json json = text.size() > most_bytes ? Json() : Json::parse(text, nullptr, false);
    if (!json.is_discarded()) collect(json, base, stories);
  }
  PageData data = told(stories);
  if (!data.items.empty()) return data;
  for (const Story& story : stories) {
    if (!story.link.empty()) data.items.push_back(headline_of(story));
  }
  return data;
}

}  // namespace lobby::content
