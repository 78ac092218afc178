#include "content/markup.h"

#include <libxml/HTMLparser.h>
#include <libxml/HTMLtree.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include <array>
#include <utility>

#include "content/ascii.h"
#include "content/budget.h"
#include "content/limits.h"
#include "content/links.h"
#include "content/mend.h"

namespace lobby::content {

namespace {

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

/// The shape of a run of nodes that readers care for: comments and instructions are passed over.
_xmlNode* shown(_xmlNode* node) {
  while (node != nullptr && node->type != XML_ELEMENT_NODE && node->type != XML_TEXT_NODE &&
         node->type != XML_CDATA_SECTION_NODE) {
    node = node->next;
  }
  return node;
}

std::pair<std::string_view, std::string_view> prefix_and_name(std::string_view name) {
  const auto colon = name.find(':');
  if (colon == name.npos) return {{}, name};
  return {name.substr(0, colon), name.substr(colon + 1)};
}

Vocabulary by_namespace(std::string_view uri) {
  static constexpr std::array<std::pair<std::string_view, Vocabulary>, 10> known{{
      {"http://www.w3.org/2005/Atom", Vocabulary::atom},
      {"http://purl.org/atom/ns#", Vocabulary::atom},
      {"http://purl.org/rss/1.0/", Vocabulary::rss10},
      {"http://my.netscape.com/rdf/simple/0.9/", Vocabulary::rss10},
      {"http://www.w3.org/1999/02/22-rdf-syntax-ns#", Vocabulary::rdf},
      {"http://purl.org/rss/1.0/modules/content/", Vocabulary::content},
      {"http://purl.org/dc/elements/1.1/", Vocabulary::dublin_core},
      {"http://purl.org/dc/terms/", Vocabulary::dublin_core},
      {"http://search.yahoo.com/mrss", Vocabulary::media},
      {"http://www.w3.org/1999/xhtml", Vocabulary::xhtml},
  }};
  if (uri.ends_with("mrss/")) uri.remove_suffix(1);
  for (const auto& [name, vocabulary] : known) {
    if (name == uri) return vocabulary;
  }
  return Vocabulary::other;
}

Vocabulary by_prefix(std::string_view prefix) {
  static constexpr std::array<std::pair<std::string_view, Vocabulary>, 7> known{{{"", Vocabulary::none},
                                                                                 {"atom", Vocabulary::atom},
                                                                                 {"rdf", Vocabulary::rdf},
                                                                                 {"content", Vocabulary::content},
                                                                                 {"dc", Vocabulary::dublin_core},
                                                                                 {"dcterms", Vocabulary::dublin_core},
                                                                                 {"media", Vocabulary::media}}};
  for (const auto& [name, vocabulary] : known) {
    if (name == prefix) return vocabulary;
  }
  return Vocabulary::other;
}

void append_text(const _xmlNode* node, std::string& out) {
  if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) out.append(view(node->content));
}

int depth_of(const _xmlNode* root) {
  int deepest = 0;
  int depth = 0;
  for (const _xmlNode* node = root; node != nullptr;) {
    deepest = std::max(deepest, depth);
    if (node->type == XML_ELEMENT_NODE && node->children != nullptr) {
      node = node->children;
      ++depth;
      continue;
    }
    while (node != root && node->next == nullptr) {
      node = node->parent;
      --depth;
    }
    node = node == root ? nullptr : node->next;
  }
  return deepest;
}

constexpr int quiet_xml = XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                          XML_PARSE_IGNORE_ENC | XML_PARSE_NOCDATA;
constexpr int quiet_html = HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                           HTML_PARSE_IGNORE_ENC | HTML_PARSE_NODEFDTD;

}  // namespace

bool Node::is_element() const { return node_ != nullptr && node_->type == XML_ELEMENT_NODE; }

bool Node::is_text() const {
  return node_ != nullptr && (node_->type == XML_TEXT_NODE || node_->type == XML_CDATA_SECTION_NODE);
}

std::string_view Node::name() const {
  if (!is_element()) return {};
  // HTML has no namespaces: Word's «<o:p>» is no paragraph.
  const bool html = node_->doc != nullptr && node_->doc->type == XML_HTML_DOCUMENT_NODE;
  return html ? view(node_->name) : prefix_and_name(view(node_->name)).second;
}

bool Node::is(std::string_view element_name) const { return is_element() && same_word(name(), element_name); }

Vocabulary Node::vocabulary() const {
  if (!is_element()) return Vocabulary::none;
  if (node_->ns == nullptr) return by_prefix(prefix_and_name(view(node_->name)).first);
  const Vocabulary known = by_namespace(view(node_->ns->href));
  // RSS has had a dozen default namespaces, none of them official.
  return known == Vocabulary::other && node_->ns->prefix == nullptr ? Vocabulary::none : known;
}

std::string Node::attribute(std::string_view attribute_name) const {
  if (!is_element()) return {};
  for (const xmlAttr* at = node_->properties; at != nullptr; at = at->next) {
    if (prefix_and_name(view(at->name)).second != attribute_name) continue;
    std::string value;
    for (const _xmlNode* part = at->children; part != nullptr; part = part->next) append_text(part, value);
    return value;
  }
  return {};
}

bool Node::has(std::string_view attribute_name) const {
  if (!is_element()) return false;
  for (const xmlAttr* at = node_->properties; at != nullptr; at = at->next) {
    if (prefix_and_name(view(at->name)).second == attribute_name) return true;
  }
  return false;
}

std::string Node::text() const {
  std::string out;
  for (Node at = *this; at; at = following(at, *this)) append_text(at.node_, out);
  return out;
}

Node Node::parent() const {
  const bool inside = node_ != nullptr && node_->parent != nullptr && node_->parent->type == XML_ELEMENT_NODE;
  return inside ? Node(node_->parent) : Node();
}

Node Node::first() const { return is_element() ? Node(shown(node_->children)) : Node(); }

Node Node::next() const { return node_ != nullptr ? Node(shown(node_->next)) : Node(); }

std::vector<Node> Node::children() const {
  std::vector<Node> found;
  for (Node at = first(); at; at = at.next()) {
    if (at.is_element()) found.push_back(at);
  }
  return found;
}

Node Node::child(std::string_view element_name) const {
  for (Node at = first(); at; at = at.next()) {
    if (at.is(element_name)) return at;
  }
  return {};
}

std::string Node::xml_base(std::string_view outer) const {
  std::vector<std::string> bases;
  for (Node at = *this; at; at = at.parent()) {
    for (const xmlAttr* a = at.node_->properties; a != nullptr; a = a->next) {
      const bool prefixed = a->ns != nullptr && view(a->ns->prefix) == "xml";
      if (prefixed && view(a->name) == "base" && a->children != nullptr) bases.emplace_back(view(a->children->content));
    }
  }
  std::string base(outer);
  for (auto at = bases.rbegin(); at != bases.rend(); ++at) base = resolve(base, *at);
  return base;
}

Node following_past(Node node, Node top) {
  while (node && node != top) {
    if (const Node next = node.next()) return next;
    node = node.parent();
  }
  return {};
}

Node following(Node node, Node top) {
  if (const Node inside = node.first()) return inside;
  return following_past(node, top);
}

std::vector<Node> descendants(Node top, std::string_view element_name) {
  std::vector<Node> found;
  for (Node at = top; at; at = following(at, top)) {
    if (at != top && at.is(element_name)) found.push_back(at);
  }
  return found;
}

void FreeDocument::operator()(_xmlDoc* document) const { xmlFreeDoc(document); }

Markup::Markup(_xmlDoc* document) : document_(document) {}

Markup Markup::xml(std::string_view utf8) {
  const std::string text = mended_xml(without_controls(within_budget(utf8, budget_of_xml)));
  return Markup(xmlReadMemory(text.data(), static_cast<int>(text.size()), "", "UTF-8", quiet_xml));
}

Markup Markup::html(std::string_view utf8) {
  const std::string text = without_controls(within_budget(utf8, budget_of_html));
  return Markup(htmlReadMemory(text.data(), static_cast<int>(text.size()), "", "UTF-8", quiet_html));
}

Node Markup::root() const {
  _xmlNode* const root = document_ ? xmlDocGetRootElement(document_.get()) : nullptr;
  return root == nullptr || depth_of(root) > most_nesting ? Node() : Node(root);
}

std::string entity(std::string_view name) {
  if (name.empty() || name.size() > 31) return {};
  unsigned code = 0;
  if (name.front() == '#') {
    const bool hex = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
    const std::string digits(name.substr(hex ? 2 : 1));
    if (digits.empty() || digits.find_first_not_of(hex ? "0123456789abcdefABCDEF" : "0123456789") != digits.npos) {
      return {};
    }
    code = digits.size() > 8 ? 0 : static_cast<unsigned>(std::stoul(digits, nullptr, hex ? 16 : 10));
  } else {
    const std::string terminated(name);
    const auto* found = htmlEntityLookup(reinterpret_cast<const xmlChar*>(terminated.c_str()));
    if (found != nullptr) code = found->value;
    if (name == "apos") code = '\'';
  }
  const bool allowed = code >= 0x20 || code == '\t' || code == '\n' || code == '\r';
  if (!allowed || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) return {};
  std::array<xmlChar, 8> utf8{};
  const int length = xmlCopyCharMultiByte(utf8.data(), static_cast<int>(code));
  return {reinterpret_cast<const char*>(utf8.data()), static_cast<std::size_t>(length)};
}

}  // namespace lobby::content
