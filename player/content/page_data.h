#pragma once

#include <string>
#include <vector>

#include "content/item.h"
#include "content/markup.h"

namespace lobby::content {

/// What a page that a script draws carries for that script as JSON (`__NEXT_DATA__` of Next.js).
struct PageData {
  std::vector<Headline> items;
  std::vector<std::string> content;  ///< Of a single story that is told whole; else empty.
};

/// The stories in the page's data: the first one that is told whole alone, else all that are announced. Pure; any
/// thread.
PageData page_data(const Markup& page, const std::string& base);

}  // namespace lobby::content
