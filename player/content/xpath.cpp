#include <libxml/xpath.h>

#include <memory>

#include "base/format.h"
#include "content/ascii.h"
#include "content/markup.h"

namespace lobby::content {

namespace {

struct FreeXPath {
  void operator()(xmlXPathContext* context) const { xmlXPathFreeContext(context); }
  void operator()(xmlXPathCompExpr* expression) const { xmlXPathFreeCompExpr(expression); }
  void operator()(xmlXPathObject* object) const { xmlXPathFreeObject(object); }
};
using Context = std::unique_ptr<xmlXPathContext, FreeXPath>;
using Expression = std::unique_ptr<xmlXPathCompExpr, FreeXPath>;
using Object = std::unique_ptr<xmlXPathObject, FreeXPath>;

void ignore(void*, xmlErrorPtr) {}

/// A page of 10 MiB under the slowest expression a recipe needs stays far below; a quadratic one ends here.
constexpr unsigned long most_operations = 20'000'000;

Context quiet_context(xmlDoc* document) {
  Context context(xmlXPathNewContext(document));
  if (context) {
    context->error = ignore;
    context->opLimit = most_operations;
  }
  return context;
}

Expression compiled(xmlXPathContext& context, const std::string& xpath) {
  return Expression(xmlXPathCtxtCompile(&context, reinterpret_cast<const xmlChar*>(xpath.c_str())));
}

std::string string_of(xmlXPathObject& object) {
  xmlChar* const text = xmlXPathCastToString(&object);
  std::string copy(text == nullptr ? "" : reinterpret_cast<const char*>(text));
  xmlFree(text);
  return copy;
}

std::string value_of(xmlNode& attribute) {
  xmlChar* const text = xmlNodeGetContent(&attribute);
  std::string copy(text == nullptr ? "" : reinterpret_cast<const char*>(text));
  xmlFree(text);
  return copy;
}

std::vector<Match> found_in(xmlXPathObject& object) {
  if (object.type != XPATH_NODESET) return {{Node(), string_of(object)}};
  std::vector<Match> found;
  const int count = object.nodesetval == nullptr ? 0 : object.nodesetval->nodeNr;
  for (int i = 0; i < count; ++i) {
    xmlNode* const node = object.nodesetval->nodeTab[i];
    const bool in_tree = node->type == XML_ELEMENT_NODE || node->type == XML_TEXT_NODE;
    if (in_tree) found.push_back({Node(node), {}});
    if (node->type == XML_ATTRIBUTE_NODE) found.push_back({Node(), value_of(*node)});
  }
  return found;
}

}  // namespace

std::vector<Match> Markup::matches(const std::string& xpath, Node context_node) const {
  const Context context = quiet_context(document_.get());
  if (!context || !context_node || xpath.empty()) return {};
  const Expression expression = compiled(*context, xpath);
  context->node = context_node.raw();
  if (!expression) return {};
  const Object object(xmlXPathCompiledEval(expression.get(), context.get()));
  return object ? found_in(*object) : std::vector<Match>();
}

Result<void> Markup::check_xpath(const std::string& xpath) {
  const Context context = quiet_context(nullptr);
  if (context && compiled(*context, xpath)) return {};
  return fail(ErrorKind::invalid, format("'{}' is not an XPath 1.0 expression", xpath));
}

}  // namespace lobby::content
