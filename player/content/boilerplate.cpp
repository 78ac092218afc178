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
  static constexpr std::array<std::string_view, 36> words{
      "menu",     "nav",      "navbar",    "breadcrumb", "breadcrumbs", "footer",        "sidebar",    "comment",
      "comments", "share",    "social",    "tags",       "banner",      "marquee",       "counter",    "pager",
      "paging",   "ads",      "quangcao",  "toolbar",    "rating",      "related",       "pagination", "thongke",
      "topbar",   "skiplink", "copyright", "login",      "search",      "advertisement", "adv",        "advert",
      "relate",   "cookie",   "respond",   "crumbs"};
  static constexpr std::array<std::string_view, 26> parts{
      "tin-khac",           "tinkhac",      "tin_khac",        "lienquan",    "lien-quan",   "lien_quan",
      "othernews",          "other-news",   "relatednews",     "binhluan",    "binh-luan",   "thong-ke",
      "thong_ke",           "tincungmuc",   "cungchuyenmuc",   "baivietkhac", "author-box",  "authorbox",
      "author-description", "box-category", "post-navigation", "pagenav",     "tinlienquan", "td-a-rec",
      "news-other",         "newsother"};
  if (std::ranges::any_of(parts, [names](auto part) { return names.find(part) != names.npos; })) return true;
  return any_word(names, [](std::string_view word) { return std::ranges::find(words, word) != words.end(); });
}

bool looks_like_boilerplate(Node element) {
  static constexpr std::array<std::string_view, 4> elements{"nav", "aside", "footer", "marquee"};
  static constexpr std::array<std::string_view, 5> roles{"navigation", "banner", "contentinfo", "complementary",
                                                         "search"};
  const std::string names = names_of(element);
  // Drupal keeps who wrote a story, and when, in a <footer> above it.
  const bool meta = names.find("node__meta") != names.npos;
  if (!meta && std::ranges::find(elements, element.name()) != elements.end()) return true;
  if (std::ranges::find(roles, element.attribute("role")) != roles.end()) return true;
  if (element.attribute("type").starts_with("Related")) return true;
  if (!element.has("class") && !element.has("id")) return false;
  return trimmed(names) == "header" || has_boilerplate_name(names);
}

/// How lines begin that belong to the page. compare_key makes them one with whatever case and spelling a page has.
constexpr std::array<std::string_view, 39> furniture{"lượt xem",
                                                     "số lượt xem",
                                                     "lượt đọc",
                                                     "số lần xem",
                                                     "số lần đọc",
                                                     "số lượt đọc",
                                                     "đã xem",
                                                     "lượt truy cập",
                                                     "tags",
                                                     "tag",
                                                     "từ khóa",
                                                     "chia sẻ",
                                                     "chia sẻ bài viết",
                                                     "chia sẻ facebook",
                                                     "in bài",
                                                     "in bài viết",
                                                     "in trang",
                                                     "in tin",
                                                     "bản in",
                                                     "gửi email",
                                                     "gửi cho bạn bè",
                                                     "gửi bài viết",
                                                     "gửi bài viết qua email",
                                                     "về trang trước",
                                                     "trở về",
                                                     "quay lại",
                                                     "về đầu trang",
                                                     "lần cập nhật cuối",
                                                     "cập nhật lần cuối",
                                                     "đánh giá bài viết",
                                                     "tổng số điểm của bài viết là",
                                                     "click để đánh giá bài viết",
                                                     "xếp hạng",
                                                     "copy link",
                                                     "viết bình luận",
                                                     "gửi bình luận",
                                                     "thêm bình luận",
                                                     "bình luận",
                                                     "ý kiến bạn đọc"};

template <std::size_t size>
bool opens_with(std::string_view line, const std::array<std::string_view, size>& openings) {
  if (line.size() > 80) return false;
  const std::string key = text::compare_key(line);
  return std::ranges::any_of(openings, [&key](auto opening) { return key.starts_with(text::compare_key(opening)); });
}

}  // namespace

bool is_boilerplate(Node element) {
  if (!element.is_element() || element.is("html") || element.is("body") || element.is("form")) return false;
  return looks_like_boilerplate(element) && !element.is("h1") && descendants(element, "h1").empty();
}

bool announces_others(std::string_view line) {
  static constexpr std::array<std::string_view, 29> openings{"các tin khác",
                                                             "tin khác",
                                                             "các tin liên quan",
                                                             "tin cùng chuyên mục",
                                                             "cùng chuyên mục",
                                                             "các bài viết khác",
                                                             "các bài khác",
                                                             "tin tức khác",
                                                             "tin cũ hơn",
                                                             "tin mới hơn",
                                                             "những tin mới hơn",
                                                             "những tin cũ",
                                                             "bài viết khác",
                                                             "các tin đã đưa",
                                                             "tin đã đưa",
                                                             "các tin đã đăng",
                                                             "tin đã đăng",
                                                             "các bài đã đăng",
                                                             "tin bài khác",
                                                             "tin cùng mục",
                                                             "bài cùng chuyên mục",
                                                             "bài viết cùng chuyên mục",
                                                             "các tin mới hơn",
                                                             "các tin cũ hơn",
                                                             "tin mới nhất",
                                                             "tin đọc nhiều",
                                                             "tin xem nhiều",
                                                             "các tin, bài khác",
                                                             "tin tức cùng chuyên mục"};
  return opens_with(line, openings) || announces_related(line);
}

bool announces_related(std::string_view line) {
  static constexpr std::array<std::string_view, 12> openings{
      "tin liên quan",       "tin bài liên quan",      "bài liên quan",
      "bài viết liên quan",  "tin, bài liên quan",     "xem thêm",
      "các tin liên quan",   "các bài viết liên quan", "đọc thêm",
      "có thể bạn quan tâm", "tin tức liên quan",      ">>>"};
  return opens_with(line, openings);
}

bool is_furniture(std::string_view line) {
  constexpr std::size_t most_bytes = 200;
  constexpr std::string_view goes_on = ":([|0123456789";
  if (line.size() > most_bytes) return false;
  const std::string key = text::compare_key(line);
  return std::ranges::any_of(furniture, [&](std::string_view opening) {
    const std::string start = text::compare_key(opening);
    if (!key.starts_with(start)) return false;
    const auto rest = trimmed(std::string_view(key).substr(start.size()));
    return rest.empty() || goes_on.find(rest.front()) != goes_on.npos;
  });
}

bool is_called(Node element, std::string_view word) {
  if (!element.has("class") && !element.has("id")) return false;
  return any_word(names_of(element), [word](std::string_view name) { return name == word; });
}

}  // namespace lobby::content
