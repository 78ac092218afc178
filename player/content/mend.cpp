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

/// Elements of a feed that hold text alone. One that was left open would swallow its item and all that follow.
class OpenLeaf {
 public:
  /// Writes what is missing before the tag; false where the tag itself is one too many.
  bool pass(const Tag& tag, std::string& out) {
    const bool leaf = is_one_of(tag.name, leaves);
    if (tag.closing && leaf) {
      const bool expected = open_ == tag.name;
      if (expected) open_ = {};
      return expected;
    }
    if (!open_.empty() && (leaf || is_one_of(tag.name, blocks))) {
      out.append("</").append(std::exchange(open_, {})).append(">");
    }
    if (leaf && !tag.whole) open_ = tag.name;
    return true;
  }

 private:
  static constexpr std::array<std::string_view, 5> leaves{"title", "link", "guid", "pubDate", "description"};
  static constexpr std::array<std::string_view, 4> blocks{"item", "entry", "channel", "rss"};
  template <std::size_t size>
  static bool is_one_of(std::string_view name, const std::array<std::string_view, size>& names) {
    return std::ranges::find(names, name) != names.end();
  }

  std::string_view open_;
};

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
  OpenLeaf leaf;
  for (std::size_t at = 0; at < text.size();) {
    const auto rest = text.substr(at);
    const bool cdata = rest.starts_with("<![CDATA[");
    if (cdata || rest.starts_with("<!--")) {
      const std::string_view end = cdata ? "]]>" : "-->";
      const auto found = rest.find(end);
      const auto length = found == rest.npos ? rest.size() : found + end.size();
      out.append(rest.substr(0, length));
      at += length;
    } else if (rest.front() == '<' && opens_markup(rest) && !leaf.pass(tag_at(rest), out)) {
      at += std::min(rest.find('>'), rest.size() - 1) + 1;
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
