#include "content/ascii.h"
#include "content/feed_parts.h"
#include "content/feeds.h"
#include "content/links.h"

namespace lobby::content {

namespace {

Node own_child(Node element, std::string_view name) {
  for (const Node child : element.children()) {
    const Vocabulary vocabulary = child.vocabulary();
    if (child.is(name) && (vocabulary == Vocabulary::atom || vocabulary == Vocabulary::none)) return child;
  }
  return {};
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '<') {
      out.append("&lt;");
    } else if (c == '"') {
      out.append("&quot;");
    } else {
      out += c;
    }
  }
  return out;
}

/// Inline markup (type="xhtml", Atom 0.3's mode="xml") written out again as HTML. Recursion is bounded by most_nesting.
void write(Node node, std::string& out) {
  if (node.is_text()) {
    for (const char c : node.text()) out.append(c == '<' ? "&lt;" : (c == '&' ? "&amp;" : std::string(1, c)));
    return;
  }
  out.append("<").append(node.name());
  for (const std::string_view name :
       {"src", "srcset", "data-src", "data-original", "alt", "title", "href", "style", "class", "width", "height"}) {
    if (node.has(name)) out.append(" ").append(name).append("=\"").append(escaped(node.attribute(name))).append("\"");
  }
  out.append(">");
  for (Node at = node.first(); at; at = at.next()) write(at, out);
  if (!node.is("img") && !node.is("br") && !node.is("hr")) out.append("</").append(node.name()).append(">");
}

/// RFC 4648 §4; what is no letter of it is passed over.
std::string from_base64(std::string_view text) {
  static constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  unsigned bits = 0;
  int count = 0;
  for (const char c : text) {
    const auto value = letters.find(c);
    if (value == letters.npos) continue;
    bits = (bits << 6U | static_cast<unsigned>(value)) & 0xFFFFU;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    out += static_cast<char>(bits >> static_cast<unsigned>(count) & 0xFFU);
  }
  return out;
}

/// A media type whose content stands in base64: neither text nor XML (RFC 4287 §4.1.3.3).
bool is_binary(std::string_view type) {
  return type.find('/') != type.npos && !type.starts_with("text/") && !type.ends_with("xml");
}

/// A text construct (RFC 4287 §3.1) as HTML. What says that it is plain but holds tags was meant as HTML.
std::string html_of(Node construct) {
  if (!construct) return {};
  if (same_word(construct.attribute("mode"), "base64")) return from_base64(construct.text());
  if (is_binary(lower_ascii(construct.attribute("type")))) return {};
  if (!construct.children().empty()) {
    std::string out;
    for (Node at = construct.first(); at; at = at.next()) write(at, out);
    return out;
  }
  return construct.text();
}

/// rel="alternate", else a link without rel; of several the one to a page.
std::string link_of(Node element) {
  std::string best;
  for (const Node child : element.children()) {
    if (!child.is("link")) continue;
    const std::string rel = lower_ascii(child.attribute("rel"));
    const std::string type = lower_ascii(child.attribute("type"));
    std::string href = child.has("href") ? child.attribute("href") : child.text();
    if (!rel.empty() && rel != "alternate") continue;
    href = resolve(child.xml_base({}), href);
    if (type.empty() || type.find("html") != type.npos) return href;
    if (best.empty()) best = href;
  }
  return best;
}

void add_enclosures(Node entry, std::string_view base, std::vector<Image>& images) {
  for (const Node child : entry.children()) {
    if (!child.is("link") || !same_word(child.attribute("rel"), "enclosure")) continue;
    if (lower_ascii(child.attribute("type")).starts_with("image/")) {
      images.push_back({resolve(child.xml_base(base), child.attribute("href")), child.attribute("title")});
    }
  }
}

std::string date_of(Node entry) {
  for (const std::string_view name : {"published", "issued", "created", "updated", "modified"}) {
    const std::string date = own_child(entry, name).text();
    if (!trimmed(date).empty()) return date;
  }
  return child_text(entry, "date", Vocabulary::dublin_core);
}

Story story_of(Node entry, std::string_view base, std::string_view feed_author) {
  Story story;
  story.base = entry.xml_base(base);
  story.id = own_child(entry, "id").text();
  story.title = html_of(own_child(entry, "title"));
  story.link = link_of(entry);
  const Node summary = own_child(entry, "summary");
  story.summary = html_of(summary);
  if (summary) story.base = summary.xml_base(base);
  const Node content = own_child(entry, "content");
  if (!content.has("src")) story.content = html_of(content);
  if (content) story.content_base = content.xml_base(base);
  if (trimmed(story.summary).empty() && trimmed(story.content).empty()) story.summary = media_description(entry);
  story.date = date_of(entry);
  story.author = own_child(own_child(entry, "author"), "name").text();
  story.section = section_of(entry);
  if (trimmed(story.author).empty()) story.author = feed_author;
  add_enclosures(entry, base, story.images);
  for (Image& image : media_images(entry)) {
    image.url = resolve(entry.xml_base(base), image.url);
    story.images.push_back(std::move(image));
  }
  story.link = resolve(entry.xml_base(base), story.link);
  return story;
}

}  // namespace

Reading read_atom(Node root, std::string_view document_base, const Extent& extent) {
  Reading reading;
  reading.format = Format::atom;
  reading.title = feed_title(html_of(own_child(root, "title")));
  std::string base(document_base);
  if (base.empty() && is_absolute(link_of(root))) base = link_of(root);
  const std::string author = own_child(own_child(root, "author"), "name").text();
  std::vector<Node> entries = root.children();
  std::erase_if(entries, [](Node child) { return !child.is("entry"); });
  add_stories({entries.size(), [&entries](std::size_t index) { return date_of(entries[index]); },
               [&](std::size_t index) { return story_of(entries[index], base, author); }},
              extent, reading);
  return reading;
}

}  // namespace lobby::content
