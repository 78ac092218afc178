#include "content/mend.h"

#include <algorithm>
#include <array>
#include <utility>

#include "content/ascii.h"
#include "content/markup.h"

namespace lobby::content {

namespace {

std::string_view entity_name(std::string_view text) {
  const auto end = text.find_first_not_of("#0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
  return end <= 32 && text[end] == ';' ? text.substr(0, end) : std::string_view();
}

bool opens_markup(std::string_view text) {
  return text.size() > 1 && (is_ascii_letter(text[1]) || text[1] == '_' || text[1] == '/' || text[1] == '!' ||
                             text[1] == '?' || static_cast<unsigned char>(text[1]) >= 0x80);
}

/// One character of XML that stands where only text or markup may: as it was meant.
std::size_t mend(std::string_view rest, std::string& out) {
  static constexpr std::array<std::string_view, 5> own{"amp", "lt", "gt", "quot", "apos"};
  if (rest.front() == '<' && !opens_markup(rest)) {
    out.append("&lt;");
    return 1;
  }
  if (rest.front() != '&') {
    out += rest.front();
    return 1;
  }
  const auto name = entity_name(rest.substr(1));
  for (const auto known : own) {
    if (name == known) return out.append("&").append(name).append(";"), name.size() + 2;
  }
  const std::string meant = entity(name);
  // «&#60;» and «&#38;» must not become markup.
  if (meant == "<" || meant == "&") return out.append(meant == "<" ? "&lt;" : "&amp;"), name.size() + 2;
  if (!meant.empty()) return out.append(meant), name.size() + 2;
  out.append("&amp;");
  return 1;
}

struct Tag {
  std::string_view name;
  bool closing = false;
  bool whole = false;  ///< «<name/>»
};

Tag tag_at(std::string_view rest) {
  const bool closing = rest.size() > 1 && rest[1] == '/';
  const auto begin = closing ? 2U : 1U;
  const auto end = std::min(rest.find_first_of(" \t\r\n/>", begin), rest.size());
  const auto bracket = rest.find('>');
  return {rest.substr(begin, end - begin), closing, bracket != rest.npos && rest[bracket - 1] == '/'};
}

template <std::size_t size>
bool is_one_of(std::string_view name, const std::array<std::string_view, size>& names) {
  return std::ranges::any_of(names, [name](std::string_view other) { return same_word(name, other); });
}

/// HTML that stands where only text may. Elements of feeds with the same name («link», «source») are none of these.
bool is_html(std::string_view name) {
  static constexpr std::array<std::string_view, 36> names{
      "p",      "br", "img", "a",  "b",   "i",   "u",     "em",     "strong",     "span",       "div",    "font",
      "center", "hr", "h1",  "h2", "h3",  "h4",  "h5",    "h6",     "ul",         "ol",         "li",     "table",
      "tbody",  "tr", "td",  "th", "sup", "sub", "small", "figure", "figcaption", "blockquote", "iframe", "script"};
  return is_one_of(name, names);
}

enum class Pass { as_is, dropped, as_text };

/// Elements of a feed that hold text alone. One that was left open would swallow its item and all that follow, and so
/// would HTML inside it, which seldom closes what it opens; an item that was left open would swallow the next.
class OpenElements {
 public:
  /// Writes what is missing before the tag, and says what becomes of the tag itself.
  Pass pass(const Tag& tag, std::string& out) {
    if (!leaf_.empty() && !same_word(leaf_, "link") && is_html(tag.name)) return Pass::as_text;
    const bool leaf = is_one_of(tag.name, leaves);
    if (tag.closing && leaf) {
      const bool expected = leaf_ == tag.name;
      if (expected) leaf_ = {};
      return expected ? Pass::as_is : Pass::dropped;
    }
    if (!leaf_.empty() && (leaf || ends_leaf(tag.name))) close(leaf_, out);
    if (leaf && !tag.whole) leaf_ = tag.name;
    if (same_word(tag.name, "item") || (tag.closing && same_word(tag.name, "channel"))) pass_item(tag, out);
    return Pass::as_is;
  }

 private:
  static constexpr std::array<std::string_view, 6> leaves{"title",   "link",        "guid",
                                                          "pubDate", "description", "content:encoded"};

  static bool ends_leaf(std::string_view name) {
    static constexpr std::array<std::string_view, 8> own{"item",   "entry",    "channel",   "rss",
                                                         "author", "category", "enclosure", "comments"};
    static constexpr std::array<std::string_view, 5> modules{"dc:", "content:", "media:", "itunes:", "slash:"};
    return is_one_of(name, own) ||
           std::ranges::any_of(modules, [name](std::string_view prefix) { return name.starts_with(prefix); });
  }

  static void close(std::string_view& name, std::string& out) {
    out.append("</").append(std::exchange(name, {})).append(">");
  }

  void pass_item(const Tag& tag, std::string& out) {
    const bool own_end = tag.closing && same_word(tag.name, "item");
    if (!item_.empty() && !own_end) close(item_, out);
    item_ = tag.closing || tag.whole ? std::string_view() : tag.name;
  }

  std::string_view leaf_;
  std::string_view item_;
};

/// How much of `rest`, which starts with markup, is done with.
std::size_t pass_tag(std::string_view rest, OpenElements& open, std::string& out) {
  switch (open.pass(tag_at(rest), out)) {
    case Pass::dropped:
      return std::min(rest.find('>'), rest.size() - 1) + 1;
    case Pass::as_text:
      out.append("&lt;");
      return 1;
    default:
      return mend(rest, out);
  }
}

}  // namespace

std::string without_controls(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte < 0x20 && c != '\t' && c != '\n' && c != '\r') || byte == 0x7F) c = ' ';
  }
  return out;
}

std::string mended_xml(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 16);
  OpenElements open;
  for (std::size_t at = 0; at < text.size();) {
    const auto rest = text.substr(at);
    const bool cdata = rest.starts_with("<![CDATA[");
    if (cdata || rest.starts_with("<!--")) {
      const std::string_view end = cdata ? "]]>" : "-->";
      const auto found = rest.find(end);
      const auto length = found == rest.npos ? rest.size() : found + end.size();
      out.append(rest.substr(0, length));
      at += length;
    } else if (rest.front() == '<' && opens_markup(rest)) {
      at += pass_tag(rest, open, out);
    } else {
      at += mend(rest, out);
    }
  }
  return out;
}

std::string decode_entities(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto name = text[at] == '&' ? entity_name(text.substr(at + 1)) : std::string_view();
    const std::string meant = entity(name);
    if (meant.empty()) {
      out += text[at++];
    } else {
      out.append(meant);
      at += name.size() + 2;
    }
  }
  return out;
}

}  // namespace lobby::content
