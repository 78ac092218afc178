#pragma once

#include <string>

namespace lobby::config {

/// XPath 1.0 expressions that find the news in a page. `item` is searched in the page, the others inside each
/// item; a result is an element, an attribute or a string. Empty: not looked for (`item` and `title` are required).
struct Recipe {
  std::string item;
  std::string title;
  std::string link;
  std::string date;
  std::string summary;
  std::string image;
  bool operator==(const Recipe&) const = default;
};

}  // namespace lobby::config
