#include "content/sniff.h"

#include <array>
#include <utility>

#include "content/ascii.h"

namespace lobby::content {

namespace {

constexpr std::size_t most_preamble = 4096;

std::string_view without_prefix(std::string_view name) {
  const auto colon = name.find(':');
  return colon == name.npos ? name : name.substr(colon + 1);
}

/// The name of the element that starts at `rest`; empty where none does.
std::string_view element_at(std::string_view rest) {
  if (rest.size() < 2 || rest[0] != '<' || !is_ascii_letter(rest[1])) return {};
  const auto end = std::min(rest.find_first_of(" \t\r\n/>", 1), rest.size());
  return rest.substr(1, end - 1);
}

Kind kind_of_root(std::string_view name) {
  const std::string local = lower_ascii(without_prefix(name));
  if (local == "rss" || local == "rdf") return Kind::rss;
  return local == "feed" ? Kind::atom : Kind::html;
}

/// Past the end of a comment, declaration or instruction that starts at `at`.
std::size_t past_prolog(std::string_view text, std::size_t at) {
  const std::string_view end = text.substr(at).starts_with("<!--") ? "-->" : ">";
  const auto found = text.find(end, at);
  return found == text.npos ? text.size() : found + end.size();
}

/// Where a page that a server put around a feed has the feed; npos where it has none. Pages that tell of feeds escape
/// their markup.
std::size_t feed_inside_page(std::string_view text, std::size_t from) {
  constexpr std::size_t most_between = 200;
  const auto at = find_word(text.substr(0, from + most_preamble), "<rss ", from);
  if (at == text.npos) return at;
  const auto end = text.substr(at, most_between * 5).find('>');
  const bool channel = end != text.npos && find_word(text.substr(at + end, most_between), "<channel") != text.npos;
  return channel ? at : text.npos;
}

/// The first element that decides what a text is, and where it starts.
std::pair<Kind, std::size_t> deciding_element(std::string_view text) {
  Kind first = Kind::plain_text;
  for (auto at = text.find('<'); at < std::min(text.size(), most_preamble); at = text.find('<', at + 1)) {
    const auto rest = text.substr(at);
    if (rest.starts_with("<!") || rest.starts_with("<?")) {
      at = past_prolog(text, at) - 1;
      if (first == Kind::plain_text) first = Kind::html;
      continue;
    }
    const auto name = element_at(rest);
    if (name.empty()) continue;
    if (kind_of_root(name) != Kind::html) return {kind_of_root(name), at};
    first = Kind::html;
    if (same_word(name, "html") || same_word(name, "head") || same_word(name, "body")) {
      const auto inside = feed_inside_page(text, at);
      return inside == text.npos ? std::pair(Kind::html, std::size_t{0}) : std::pair(Kind::rss, inside);
    }
  }
  return {first, 0};
}

std::string_view charset_after(std::string_view text, std::string_view key) {
  const auto at = find_word(text, key);
  if (at == text.npos) return {};
  auto rest = text.substr(at + key.size());
  while (!rest.empty() && (rest.front() == '"' || rest.front() == '\'' || rest.front() == ' ')) rest.remove_prefix(1);
  return rest.substr(0, rest.find_first_of("\"' ;>?/\t\r\n"));
}

}  // namespace

Kind kind_of(std::string_view text) {
  const auto inside = trimmed(text);
  if (inside.empty()) return Kind::empty;
  if (inside.front() == '{' || inside.front() == '[') return Kind::json;
  return deciding_element(inside).first;
}

std::size_t feed_start(std::string_view text) {
  const auto inside = trimmed(text);
  return static_cast<std::size_t>(inside.data() - text.data()) + deciding_element(inside).second;
}

Kind binary_kind(std::string_view bytes) {
  using namespace std::string_view_literals;
  static constexpr std::array<std::pair<std::string_view, Kind>, 8> magic{{{"\xFF\xD8\xFF"sv, Kind::picture},
                                                                           {"\x89PNG"sv, Kind::picture},
                                                                           {"GIF8"sv, Kind::picture},
                                                                           {"RIFF"sv, Kind::picture},
                                                                           {"BM\0"sv, Kind::picture},
                                                                           {"PK\x03\x04"sv, Kind::archive},
                                                                           {"%PDF-"sv, Kind::archive},
                                                                           {"\x1F\x8B"sv, Kind::archive}}};
  for (const auto& [start, kind] : magic) {
    if (bytes.starts_with(start)) return kind;
  }
  return Kind::plain_text;
}

std::string_view http_charset(std::string_view content_type) { return charset_after(content_type, "charset="); }

std::string_view document_charset(std::string_view bytes) {
  const auto head = bytes.substr(0, most_preamble);
  const auto start = trimmed(head);
  if (start.starts_with("<?xml")) {
    const auto declared = charset_after(start.substr(0, start.find("?>")), "encoding=");
    if (!declared.empty()) return declared;
  }
  return charset_after(head, "charset=");
}

}  // namespace lobby::content
