#include "content/document.h"

#include "base/format.h"
#include "content/ascii.h"
#include "content/came_instead.h"
#include "content/feeds.h"
#include "content/limits.h"
#include "content/page.h"
#include "content/sniff.h"
#include "text/decode.h"

namespace lobby::content {

namespace {

constexpr std::size_t most_name_bytes = 40;

std::string_view noun(Expect expect) {
  if (expect == Expect::feed) return "feed";
  return expect == Expect::page ? "page" : "document";
}

std::string_view root_name(std::string_view feed) {
  const auto end = std::min(feed.find_first_of(" \t\r\n/>", 1), feed.size());
  return feed.substr(1, end - 1);
}

/// «</item>», «</entry>», «</a:entry>»; 0 where no item is whole.
std::size_t end_of_last_item(std::string_view feed) {
  for (auto at = feed.rfind("</"); at != feed.npos; at = at == 0 ? feed.npos : feed.rfind("</", at - 1)) {
    const auto size = feed.substr(at, most_name_bytes).find('>');
    if (size == feed.npos) continue;
    auto name = trimmed(feed.substr(at + 2, size - 2));
    if (const auto colon = name.find(':'); colon != name.npos) name.remove_prefix(colon + 1);
    if (same_word(name, "item") || same_word(name, "entry")) return at + size + 1;
  }
  return 0;
}

/// The part of an XML feed that is whole: all of it, or up to the end of its last whole item.
struct WholePart {
  std::string_view text;
  bool complete = true;
};

WholePart whole_part(std::string_view feed) {
  const std::string closing = format("</{}", root_name(feed));
  const bool self_closed = feed.substr(0, feed.find('>')).ends_with('/');
  if (feed.rfind(closing) != feed.npos || self_closed) return {feed, true};
  return {feed.substr(0, end_of_last_item(feed)), false};
}

Result<Reading> read_xml_feed(std::string_view text, Kind kind, std::string_view base, const Extent& extent) {
  const WholePart part = whole_part(text.substr(feed_start(text)));
  if (part.text.empty()) {
    return fail(ErrorKind::invalid, "the feed ends in the middle of an element, before its first item is whole");
  }
  const Markup tree = Markup::xml(part.text);
  const Node root = tree.root();
  if (!root) return fail(ErrorKind::invalid, "the feed is no XML that can be read, or nests too deep");
  Reading reading = kind == Kind::atom ? read_atom(root, base, extent) : read_rss(root, base, extent);
  reading.complete = part.complete;
  return reading;
}

Result<Reading> read_html(std::string_view text, const Document& document, Expect expect,
                          const config::Recipe* recipe) {
  if (expect != Expect::feed) return read_page(text, document.base_url, recipe);
  return page_came_instead(text, "feed");
}

std::unexpected<Error> no_document(std::string_view text, Expect expect) {
  const auto start = trimmed(text).substr(0, 40);
  const bool printable = start.find_first_of("\r\n") == start.npos && text.size() <= 40;
  return fail(ErrorKind::invalid, printable ? format("plain text («{}») came instead of a {}", start, noun(expect))
                                            : format("plain text came instead of a {}", noun(expect)));
}

Result<Reading> read_text(std::string_view text, const Document& document, Expect expect, const config::Recipe* recipe,
                          const Extent& extent) {
  switch (const Kind kind = kind_of(text)) {
    case Kind::empty:
      return fail(ErrorKind::invalid, format("the {} is empty: {} bytes", noun(expect), document.bytes.size()));
    case Kind::rss:
    case Kind::atom:
      return read_xml_feed(text, kind, document.base_url, extent);
    case Kind::json:
      return read_jsonfeed(text, document.base_url, extent);
    case Kind::html:
      return read_html(text, document, expect, recipe);
    default:
      return no_document(text, expect);
  }
}

}  // namespace

Result<Reading> read_document(const Document& document, Expect expect, const config::Recipe* recipe,
                              const Extent& extent) {
  const std::string_view bytes = document.bytes;
  if (bytes.size() > most_document_bytes) {
    return fail(ErrorKind::refused,
                format("the {} has {} bytes; at most {} are read", noun(expect), bytes.size(), most_document_bytes));
  }
  switch (binary_kind(bytes)) {
    case Kind::picture:
      return fail(ErrorKind::invalid, format("a picture came instead of a {}", noun(expect)));
    case Kind::archive:
      return fail(ErrorKind::invalid, format("a PDF or compressed file came instead of a {}", noun(expect)));
    default:
      break;
  }
  const text::Declared declared{http_charset(document.content_type), document_charset(bytes)};
  const text::Decoded decoded = text::decode(bytes, declared);
  Result<Reading> reading = read_text(decoded.text, document, expect, recipe, extent);
  if (reading) {
    reading->charset = decoded.charset;
    reading->charset_reason = decoded.reason;
  }
  return reading;
}

}  // namespace lobby::content
