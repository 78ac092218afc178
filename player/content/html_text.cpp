#include "content/html_text.h"

#include <algorithm>
#include <array>

#include "content/ascii.h"
#include "content/mend.h"
#include "text/clean.h"

namespace lobby::content {

namespace {

template <std::size_t size>
bool is_one_of(std::string_view name, const std::array<std::string_view, size>& names) {
  return std::ranges::find(names, name) != names.end();
}

/// True where a text still holds what a reader should never see: `&(#|[a-z]+;)`.
bool has_entity(std::string_view text) {
  for (auto at = text.find('&'); at != text.npos; at = text.find('&', at + 1)) {
    const auto rest = text.substr(at + 1);
    if (rest.starts_with('#')) return true;
    std::size_t end = 0;
    while (end < rest.size() && is_ascii_letter(rest[end])) ++end;
    if (end > 0 && end < rest.size() && rest[end] == ';') return true;
  }
  return false;
}

/// True where a text that was markup once still holds markup. «x < y» and «<tên>» are none.
bool has_tag(std::string_view text) {
  static constexpr std::array<std::string_view, 17> tags{"p", "br", "div",   "img", "span", "a",  "strong", "em", "b",
                                                         "i", "u",  "table", "h1",  "h2",   "h3", "font",   "li"};
  constexpr std::size_t most_name = 8;
  const auto last_end = text.rfind('>');
  for (auto at = text.find('<'); last_end != text.npos && at < last_end; at = text.find('<', at + 1)) {
    auto rest = text.substr(at + 1, most_name);
    if (rest.starts_with('/')) rest.remove_prefix(1);
    const auto end = rest.find_first_of(" \t\r\n/>");
    if (end == rest.npos) continue;
    if (is_one_of(lower_ascii(rest.substr(0, end)), tags)) return true;
  }
  return false;
}

std::string markup_text(std::string_view fragment) {
  if (fragment.find_first_of("<&") == fragment.npos) return std::string(fragment);
  const Markup tree = Markup::html("<div>" + std::string(fragment) + "</div>");
  return raw_text(tree.root());
}

/// A section that was escaped, or wrapped in another one, leaves its marks behind.
void drop_cdata_marks(std::string& text) {
  constexpr std::string_view opening = "<![CDATA[";
  constexpr std::string_view closing = "]]>";
  if (text.find(opening) == text.npos) return;
  std::string kept;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view rest = std::string_view(text).substr(at);
    const std::size_t mark = rest.starts_with(opening)   ? opening.size()
                             : rest.starts_with(closing) ? closing.size()
                                                         : 0;
    if (mark == 0) kept += text[at];
    at += std::max<std::size_t>(mark, 1);
  }
  text = std::move(kept);
}

void break_line(Node element, std::string& out) {
  if (is_block(element.name())) out += ' ';
}

}  // namespace

bool is_block(std::string_view name) {
  static constexpr std::array<std::string_view, 39> blocks{
      "address", "article", "aside",   "blockquote", "body",       "br",     "caption", "center", "dd",  "details",
      "div",     "dl",      "dt",      "fieldset",   "figcaption", "figure", "footer",  "form",   "h1",  "h2",
      "h3",      "h4",      "h5",      "h6",         "header",     "hr",     "li",      "main",   "nav", "ol",
      "p",       "pre",     "section", "table",      "tbody",      "td",     "th",      "tr",     "ul"};
  return is_one_of(name, blocks);
}

bool is_hidden(Node element) {
  static constexpr std::array<std::string_view, 20> silent{
      "title",     "script",      "style",         "noscript",        "template", "head",  "select", "option",
      "textarea",  "iframe",      "object",        "button",          "svg",      "video", "audio",  "amp-ad",
      "amp-embed", "amp-sidebar", "amp-analytics", "amp-social-share"};
  if (!element.is_element()) return false;
  if (is_one_of(element.name(), silent)) return true;
  if (!element.has("style") && !element.has("hidden")) return false;
  std::string style = lower_ascii(element.attribute("style"));
  std::erase(style, ' ');
  return element.has("hidden") || style.find("display:none") != style.npos;
}

std::string text_of(Node text) {
  const bool place = same_word(text.parent().attribute("class"), "location-stamp") && !text.next();
  return place ? text.text() + " – " : text.text();
}

std::string raw_text(Node top) {
  std::string out;
  for (Node at = top; at;) {
    const bool skipped = at != top && is_hidden(at);
    if (at.is_text()) out.append(text_of(at));
    break_line(at, out);
    if (const Node inside = skipped ? Node() : at.first()) {
      at = inside;
      continue;
    }
    while (at != top && !at.next()) {
      at = at.parent();
      break_line(at, out);
    }
    if (at == top) break;
    break_line(at, out);
    at = at.next();
  }
  return out;
}

std::string plain_text(Node node) { return literal_text(raw_text(node)); }

std::string html_text(std::string_view fragment) {
  std::string text = markup_text(fragment);
  if (has_entity(text)) text = decode_entities(text);
  drop_cdata_marks(text);
  if (has_tag(text)) text = markup_text(text);
  return text::clean(text);
}

std::string literal_text(std::string_view line) {
  return text::clean(has_entity(line) ? decode_entities(line) : std::string(line));
}

std::string first_words(std::string_view line, int most) {
  std::size_t end = 0;
  for (int words = 0; words < most; ++words) {
    const auto space = line.find(' ', end);
    if (space == line.npos) return std::string(line);
    end = space + 1;
  }
  auto kept = line.substr(0, end);
  while (!kept.empty() && std::string_view(" ,;:-.").find(kept.back()) != std::string_view::npos) kept.remove_suffix(1);
  return std::string(kept).append("…");
}

}  // namespace lobby::content
