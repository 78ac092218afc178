#include "content/boilerplate.h"

#include <algorithm>
#include <array>
#include <string>

#include "content/ascii.h"
#include "text/clean.h"

namespace lobby::content {

namespace {

bool is_name_byte(char c) { return is_digit(c) || is_ascii_letter(c); }

std::string names_of(Node element) { return lower_ascii(element.attribute("id") + " " + element.attribute("class")); }

template <typename Visit>
bool any_word(std::string_view names, Visit visit) {
  for (std::size_t at = 0; at < names.size();) {
    std::size_t end = at;
    while (end < names.size() && is_name_byte(names[end])) ++end;
    if (end > at && visit(names.substr(at, end - at))) return true;
    at = end + 1;
  }
  return false;
}

bool has_boilerplate_name(std::string_view names) {
  static constexpr std::array<std::string_view, 29> words{
      "menu",     "nav",      "navbar",    "breadcrumb", "breadcrumbs", "footer",  "sidebar",    "comment",
      "comments", "share",    "social",    "tags",       "banner",      "marquee", "counter",    "pager",
      "paging",   "ads",      "quangcao",  "toolbar",    "rating",      "related", "pagination", "thongke",
      "topbar",   "skiplink", "copyright", "login",      "search"};
  static constexpr std::array<std::string_view, 16> parts{
      "tin-khac",    "tinkhac",  "tin_khac",  "lienquan", "lien-quan", "lien_quan",  "othernews",     "other-news",
      "relatednews", "binhluan", "binh-luan", "thong-ke", "thong_ke",  "tincungmuc", "cungchuyenmuc", "baivietkhac"};
  if (std::ranges::any_of(parts, [names](auto part) { return names.find(part) != names.npos; })) return true;
  return any_word(names, [](std::string_view word) { return std::ranges::find(words, word) != words.end(); });
}

bool looks_like_boilerplate(Node element) {
  static constexpr std::array<std::string_view, 4> elements{"nav", "aside", "footer", "marquee"};
  static constexpr std::array<std::string_view, 5> roles{"navigation", "banner", "contentinfo", "complementary",
                                                         "search"};
  if (std::ranges::find(elements, element.name()) != elements.end()) return true;
  if (std::ranges::find(roles, element.attribute("role")) != roles.end()) return true;
  if (element.attribute("type").starts_with("Related")) return true;
  if (!element.has("class") && !element.has("id")) return false;
  const std::string names = names_of(element);
  return trimmed(names) == "header" || has_boilerplate_name(names);
}

}  // namespace

bool is_boilerplate(Node element) {
  if (!element.is_element() || element.is("html") || element.is("body") || element.is("form")) return false;
  return looks_like_boilerplate(element) && !element.is("h1") && descendants(element, "h1").empty();
}

bool announces_others(std::string_view line) {
  static constexpr std::array<std::string_view, 15> openings{
      "các tin khác",  "tin khác",           "các tin liên quan",   "tin liên quan",   "tin bài liên quan",
      "bài liên quan", "bài viết liên quan", "tin cùng chuyên mục", "cùng chuyên mục", "các bài viết khác",
      "các bài khác",  "tin tức khác",       "tin cũ hơn",          "tin mới hơn",     "bài viết khác"};
  if (line.size() > 80) return false;
  const std::string key = text::compare_key(line);
  return std::ranges::any_of(openings, [&key](auto opening) { return key.starts_with(text::compare_key(opening)); });
}

bool is_called(Node element, std::string_view word) {
  if (!element.has("class") && !element.has("id")) return false;
  return any_word(names_of(element), [word](std::string_view name) { return name == word; });
}

}  // namespace lobby::content
