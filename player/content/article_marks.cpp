#include "content/article_marks.h"

#include <algorithm>
#include <array>

#include "content/ascii.h"
#include "content/boilerplate.h"
#include "content/dates.h"
#include "content/html_text.h"
#include "content/links.h"
#include "text/clean.h"
#include "text/unicode.h"

namespace lobby::content {

namespace {

constexpr int most_signature_words = 25;
constexpr std::size_t most_date_line_bytes = 100;
constexpr std::size_t most_words_in_date_line = 40;
constexpr std::size_t least_lead_bytes = 24;
constexpr std::size_t most_lead_bytes = 3000;

std::optional<WallTime> date_of_line(const Block& block) {
  const std::string& line = block.paragraph.text;
  return !block.is_image() && is_date_line(line) ? parse_date(line) : std::nullopt;
}

std::optional<WallTime> machine_date(Node root, Node headline) {
  for (Node at = headline ? following_past(headline, root) : root; at; at = following(at, root)) {
    if (!at.is("time")) continue;
    if (at.has("datetime")) return parse_date(at.attribute("datetime"));
    if (const auto shown = parse_date(plain_text(at))) return shown;
  }
  return std::nullopt;
}

/// The class names of portals without their dashes: «detail-sapo», «lblTrichDan», «td_tom_tat».
bool is_lead(Node element) {
  static constexpr std::array<std::string_view, 12> parts{"sapo",        "hometext",    "trichdan",  "tomtat",
                                                          "trichyeu",    "chapeau",     "introtext", "articlesummary",
                                                          "newssummary", "postexcerpt", "cmsintro",  "newsintro"};
  static constexpr std::array<std::string_view, 4> whole{"description", "lead", "excerpt", "articlelead"};
  if (same_word(element.attribute("itemprop"), "description") && !element.is("meta")) return true;
  if (!element.has("class") && !element.has("id")) return false;
  const std::string names = lower_ascii(element.attribute("id") + " " + element.attribute("class"));
  for (const std::string_view name : split_at(names, ' ')) {
    std::string squeezed(name);
    std::erase_if(squeezed, [](char c) { return c == '-' || c == '_'; });
    const auto is_in = [&squeezed](std::string_view part) { return squeezed.find(part) != squeezed.npos; };
    if (std::ranges::any_of(parts, is_in) || std::ranges::find(whole, squeezed) != whole.end()) return true;
  }
  return is_called(element, "lead");
}

/// The parser ends a heading where a paragraph begins in it, and leaves that behind it.
Node paragraph_out_of(Node heading) {
  if (!heading.name().starts_with('h')) return {};
  Node next = heading.next();
  while (next && !next.is_element()) next = next.next();
  return next.is("p") ? next : Node();
}

bool is_in_boilerplate(Node node) {
  while (node && !is_boilerplate(node)) node = node.parent();
  return static_cast<bool>(node);
}

/// Where the headline stands: its element, or the one around its line.
Node place_of(const ArticleTitle& title, const std::vector<Block>& all) {
  if (title.element) return title.element;
  const auto at = std::ranges::find_if(all, [&title](const Block& block) { return is_title_block(block, title); });
  return at == all.end() ? Node() : at->container;
}

/// What follows «Tác giả:» in a line; empty where the line says no such thing.
std::string_view said_after(std::string_view line, std::string_view opening) {
  const auto colon = line.find(':');
  if (colon == line.npos || line.size() > most_date_line_bytes) return {};
  return text::compare_key(line.substr(0, colon)) == text::compare_key(opening) ? trimmed(line.substr(colon + 1))
                                                                                : std::string_view();
}

/// The name in «Viết bởi Thu Phương», as Joomla sets it without a colon; empty where more than a name follows.
std::string_view name_after(std::string_view line) {
  static constexpr std::array<std::string_view, 3> openings{"viết bởi ", "được viết bởi ", "written by "};
  constexpr std::size_t most_bytes = 60;
  if (line.size() > most_bytes || line.ends_with('.') || std::ranges::any_of(line, is_digit)) return {};
  const std::string key = text::lower(line);
  for (const std::string_view opening : openings) {
    if (key.starts_with(opening)) return trimmed(line.substr(opening.size()));
  }
  return {};
}

}  // namespace

bool is_date_line(std::string_view line) {
  if (line.size() > most_date_line_bytes || line.ends_with('.')) return false;
  std::size_t letters = 0;
  for (const char c : line) letters += is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80 ? 1 : 0;
  return letters <= most_words_in_date_line && parse_date(line).has_value();
}

std::optional<WallTime> date_near(Node root, const ArticleTitle& title, const std::vector<Block>& all) {
  if (const auto date = machine_date(root, title.element)) return date;
  const auto at = std::ranges::find_if(all, [&title](const Block& block) { return is_title_block(block, title); });
  const auto index = at == all.end() ? 0 : at - all.begin();
  const auto count = std::ssize(all);
  for (auto i = index; i < std::min(count, index + 8); ++i) {
    if (const auto date = date_of_line(all[static_cast<std::size_t>(i)])) return date;
  }
  for (auto i = std::min(index, count) - 1; i >= std::max<std::ptrdiff_t>(0, index - 4); --i) {
    if (const auto date = date_of_line(all[static_cast<std::size_t>(i)])) return date;
  }
  return std::nullopt;
}

std::string lead_after(Node root, const ArticleTitle& title, const std::vector<Block>& all, Node story) {
  const Node headline = place_of(title, all);
  if (!headline) return {};
  for (Node at = title.element ? following_past(headline, root) : following(headline, root); at;
       at = following(at, root)) {
    if (at.is_element() && is_lead(at) && !is_hidden(at) && !is_in_boilerplate(at)) {
      std::string text = text::clean_caption(plain_text(at));
      if (text.empty()) text = text::clean_caption(plain_text(paragraph_out_of(at)));
      if (text.size() >= least_lead_bytes && text.size() <= most_lead_bytes) return text;
    }
    if (at == story) break;
  }
  return {};
}

std::string byline_of(std::string_view line) {
  static constexpr std::array<std::string_view, 9> openings{"tác giả",    "tác giả bài viết", "bài viết của",
                                                            "người viết", "người đăng",       "bài, ảnh",
                                                            "bài và ảnh", "tin, ảnh",         "thực hiện"};
  for (const std::string_view opening : openings) {
    auto name = said_after(line, opening);
    // «Tác giả: Lê Phúc / Thứ Bảy, 15/06/2024 / …» says more than a name.
    for (const std::string_view sign : {" / ", " | "}) name = trimmed(name.substr(0, name.find(sign)));
    if (!name.empty()) return std::string(name);
  }
  return std::string(name_after(line));
}

std::string author_near(Node root, const ArticleTitle& title, const std::vector<Block>& all, Node body) {
  static constexpr std::array<std::string_view, 4> openings{"bởi ", "by ", "tác giả: ", "pv "};
  constexpr std::size_t most_bytes = 60;
  for (Node at = place_of(title, all); at; at = following(at, root)) {
    if (!is_called(at, "author") && !is_called(at, "byline") && !is_called(at, "tacgia")) continue;
    if (is_hidden(at) || is_in_boilerplate(at) || is_inside(body, at)) continue;
    std::string text = plain_text(at);
    const std::string key = text::compare_key(text);
    for (const std::string_view opening : openings) {
      if (key.starts_with(text::compare_key(opening))) text.erase(0, text.find(' ') + 1);
    }
    while (!text.empty() && std::string_view(" -|,").find(text.back()) != std::string_view::npos) text.pop_back();
    const bool digits = std::ranges::any_of(text, is_digit);
    if (!text.empty() && text.size() <= most_bytes && !digits && text.find(':') == text.npos) return text;
  }
  return {};
}

std::string source_of(std::string_view line) {
  static constexpr std::array<std::string_view, 4> openings{"nguồn", "nguồn tin", "nguồn bài viết", "theo"};
  for (const std::string_view opening : openings) {
    if (const auto name = said_after(line, opening); !name.empty()) return std::string(name);
  }
  return {};
}

std::string trail_section(Node root, const std::string& title) {
  static constexpr std::array<std::string_view, 7> homes{"trang chủ", "trang nhất",        "trang chính", "home",
                                                         "trang đầu", "tin tức - sự kiện", "bạn đang ở"};
  std::string section;
  for (Node at = root; at; at = following(at, root)) {
    const std::string names = at.is_element() && (at.has("class") || at.has("id"))
                                  ? at.attribute("class") + at.attribute("id")
                                  : std::string();
    // SharePoint calls a box with its menu «ms-breadcrumb-box».
    const bool named = find_word(names, "crumb") != names.npos && names.find("ms-breadcrumb-box") == names.npos;
    if (same_word(at.attribute("data-role"), "cate-name") && !plain_text(at).empty()) return plain_text(at);
    if (!named || is_hidden(at)) continue;
    for (const Node anchor : descendants(at, "a")) {
      const std::string name = plain_text(anchor);
      const std::string key = text::compare_key(name);
      const auto is_home = [&key](std::string_view home) { return key == text::compare_key(home); };
      const bool other = key.empty() || key == text::compare_key(title) || std::ranges::any_of(homes, is_home);
      if (!other && name.size() <= most_date_line_bytes) section = name;
    }
    if (!section.empty()) return section;
  }
  return section;
}

std::string signature(const std::vector<Paragraph>& paragraphs) {
  const std::size_t first = paragraphs.size() < 3 ? 0 : paragraphs.size() - 3;
  for (std::size_t i = paragraphs.size(); i > first; --i) {
    const Paragraph& line = paragraphs[i - 1];
    const bool last = i == paragraphs.size();
    const bool set_apart =
        line.right || line.author || (last && paragraphs.size() > 1 && line.bold && !line.text.ends_with('.'));
    if (set_apart && text::count_words(line.text) <= most_signature_words) return line.text;
  }
  return {};
}

}  // namespace lobby::content
