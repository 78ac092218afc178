#include <nlohmann/json.hpp>

#include "content/ascii.h"
#include "content/dates.h"
#include "content/html_text.h"
#include "content/page_head.h"
#include "text/clean.h"

namespace lobby::content {

namespace {

using Json = nlohmann::json;

constexpr std::size_t most_bytes = 256 * 1024;
constexpr int most_depth = 16;
constexpr std::size_t most_paragraphs = 500;

bool is_story_type(const Json& type) {
  if (type.is_array()) return std::any_of(type.begin(), type.end(), is_story_type);
  if (!type.is_string()) return false;
  const std::string name = type.get<std::string>();
  return name.ends_with("Article") || name == "BlogPosting" || name == "Report";
}

/// The first story in a block: alone, in a list, or in a «@graph».
const Json* story_in(const Json& json, int depth = 0) {
  if (depth > most_depth) return nullptr;
  if (json.is_object() && json.contains("@type") && is_story_type(json["@type"])) return &json;
  const Json* const inside = json.is_object() && json.contains("@graph") ? &json["@graph"] : &json;
  if (!inside->is_array()) return nullptr;
  for (const Json& element : *inside) {
    if (const Json* story = story_in(element, depth + 1)) return story;
  }
  return nullptr;
}

/// A string, or what an object or the first element of a list holds under `key`.
std::string text_of(const Json& value, const char* key, int depth = 0) {
  if (value.is_string()) return value.get<std::string>();
  if (depth > most_depth || value.empty()) return {};
  if (value.is_array()) return text_of(value.front(), key, depth + 1);
  return value.is_object() && value.contains(key) ? text_of(value[key], key, depth + 1) : std::string();
}

std::string field(const Json& story, const char* name, const char* key) {
  return story.contains(name) ? text_of(story[name], key) : std::string();
}

/// JSON as templates print it: inside a comment or a CDATA section, with line breaks in strings and commas too many.
std::string mended(std::string_view text) {
  constexpr std::string_view section = "<![CDATA[";
  if (const auto at = text.find(section); at != text.npos) {
    text = text.substr(at + section.size());
    text = text.substr(0, text.rfind("]]>"));
  }
  const auto begin = std::min(text.find_first_of("{["), text.size());
  const auto end = text.find_last_of("}]");
  std::string out;
  if (end == text.npos || end < begin) return out;
  bool in_string = false;
  bool escaped = false;
  for (const char c : text.substr(begin, end + 1 - begin)) {
    if (in_string) {
      in_string = escaped || c != '"';
      escaped = !escaped && c == '\\';
      out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
      continue;
    }
    in_string = c == '"';
    if (c == '}' || c == ']') {
      while (!out.empty() && is_ascii_space(out.back())) out.pop_back();
      if (out.ends_with(',')) out.pop_back();
    }
    out += c;
  }
  return out;
}

}  // namespace

void apply_json_ld(std::string_view text, PageHead& head) {
  if (text.size() > most_bytes) return;
  const Json json = Json::parse(mended(text), nullptr, false);
  const Json* const story = json.is_discarded() ? nullptr : story_in(json);
  if (story == nullptr) return;
  head.says_article = true;
  const std::string headline = text::clean_caption(html_text(field(*story, "headline", "name")));
  if (!headline.empty()) head.headline = headline;
  if (head.description.empty()) head.description = html_text(field(*story, "description", "name"));
  if (const std::string author = html_text(field(*story, "author", "name")); !author.empty()) head.author = author;
  if (const std::string section = html_text(field(*story, "articleSection", "name")); !section.empty()) {
    head.section = section;
  }
  if (head.image.empty()) head.image = field(*story, "image", "url");
  const std::string body = field(*story, "articleBody", "text");
  for (const std::string_view line : split_at(body, '\n')) {
    std::string paragraph = text::clean_caption(html_text(line));
    if (!paragraph.empty() && head.body.size() < most_paragraphs) head.body.push_back(std::move(paragraph));
  }
  if (const auto date = parse_date(field(*story, "datePublished", "name"))) head.published = date;
}

}  // namespace lobby::content
