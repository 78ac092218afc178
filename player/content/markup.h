#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "base/result.h"

// Names of libxml2.
struct _xmlDoc;   // NOLINT(bugprone-reserved-identifier)
struct _xmlNode;  // NOLINT(bugprone-reserved-identifier)

// XML and HTML as trees. markup.cpp and xpath.cpp are the only files that know libxml2.
namespace lobby::content {

/// What an element means, by its namespace or, where a feed forgot to declare one, by its customary prefix.
enum class Vocabulary { none, atom, rss10, rdf, content, dublin_core, media, xhtml, other };

/// An element or a text inside a tree; null where there is none. Valid as long as its `Markup`.
class Node {
 public:
  Node() = default;
  explicit Node(_xmlNode* node) : node_(node) {}
  explicit operator bool() const { return node_ != nullptr; }
  bool operator==(const Node&) const = default;
  const void* key() const { return node_; }  ///< Distinct for every node of a tree.
  _xmlNode* raw() const { return node_; }    ///< For xpath.cpp.

  bool is_element() const;
  bool is_text() const;
  std::string_view name() const;                 ///< Without prefix; lower case in HTML; empty for a text.
  bool is(std::string_view element_name) const;  ///< Whatever the case of A–Z: some feeds shout.
  Vocabulary vocabulary() const;
  /// The value of an attribute by its local name; empty where it is missing.
  std::string attribute(std::string_view attribute_name) const;
  bool has(std::string_view attribute_name) const;
  /// All text inside, as it stands in the document; of a text node its own.
  std::string text() const;

  Node parent() const;                                 ///< Null above the root element.
  Node first() const;                                  ///< The first child that is an element or a text.
  Node next() const;                                   ///< The next sibling that is an element or a text.
  std::vector<Node> children() const;                  ///< Elements only.
  Node child(std::string_view element_name) const;     ///< The first of that name.
  std::string xml_base(std::string_view outer) const;  ///< The base that links inside it start from.

 private:
  _xmlNode* node_ = nullptr;
};

/// The node that follows `node` in document order without leaving `top`: into its children first, or past them.
Node following(Node node, Node top);
Node following_past(Node node, Node top);

/// Elements, to ask whether a node is one of them or inside one.
class NodeSet {
 public:
  void insert(Node node) { keys_.insert(node.key()); }
  bool holds(Node node) const {
    while (node && !keys_.contains(node.key())) node = node.parent();
    return static_cast<bool>(node);
  }

 private:
  std::unordered_set<const void*> keys_;
};

/// Every element below `top` with that name, in document order.
std::vector<Node> descendants(Node top, std::string_view element_name);

/// What an XPath expression finds: a node, or a plain string (an attribute, `string(…)`, a number).
struct Match {
  Node node;
  std::string text;
};

struct FreeDocument {
  void operator()(_xmlDoc* document) const;
};

/// A document as a tree. Nothing is fetched and no entity of a document is expanded, whatever it declares.
class Markup {
 public:
  /// Input is UTF-8, whatever the document says of itself. Faults are mended: HTML entities and bare ampersands in XML
  /// are taken for what was meant; elements left open are closed. Null root where there is no element at all, or
  /// where elements nest deeper than most_nesting.
  static Markup xml(std::string_view utf8);
  static Markup html(std::string_view utf8);

  Node root() const;
  std::vector<Match> matches(const std::string& xpath, Node context) const;
  /// Errs (invalid) where the expression is none.
  static Result<void> check_xpath(const std::string& xpath);

 private:
  explicit Markup(_xmlDoc* document);
  std::unique_ptr<_xmlDoc, FreeDocument> document_;
};

/// The text that `&name;` or `&#…;` stands for in HTML 4; empty where it is not known. `name` without «&» and «;».
std::string entity(std::string_view name);

}  // namespace lobby::content
