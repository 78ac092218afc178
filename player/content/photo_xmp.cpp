#include <array>

#include "content/markup.h"
#include "content/photo_metadata.h"

namespace lobby::content {

namespace {

/// The alternatives of a property, Vietnamese first, then the one that is meant for all.
std::vector<std::string> alternatives(Node root, std::string_view property) {
  constexpr std::array<std::string_view, 2> preferred{"vi", "x-default"};
  std::vector<std::string> best;
  std::vector<std::string> others;
  for (const Node node : descendants(root, property)) {
    const auto entries = descendants(node, "li");
    if (entries.empty()) others.push_back(node.text());
    for (const std::string_view language : preferred) {
      for (const Node entry : entries) {
        const std::string stated = entry.attribute("lang");
        if (stated.substr(0, stated.find('-')) == language || stated == language) best.push_back(entry.text());
      }
    }
    for (const Node entry : entries) others.push_back(entry.text());
  }
  best.insert(best.end(), others.begin(), others.end());
  return best;
}

/// Short values stand in attributes as often as in elements.
void add_attributes(Node root, std::string_view name, std::vector<std::string>& values) {
  for (const Node node : descendants(root, "Description")) {
    if (node.has(name)) values.push_back(node.attribute(name));
  }
}

}  // namespace

Description read_xmp(std::string_view packet) {
  const Markup markup = Markup::xml(packet);
  const Node root = markup.root();
  Description description;
  if (!root) return description;
  description.captions = alternatives(root, "description");
  add_attributes(root, "description", description.captions);
  for (auto& title : alternatives(root, "title")) description.captions.push_back(std::move(title));
  description.credits = alternatives(root, "creator");
  for (auto& credit : alternatives(root, "Credit")) description.credits.push_back(std::move(credit));
  add_attributes(root, "Credit", description.credits);
  return description;
}

}  // namespace lobby::content
