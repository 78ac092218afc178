#pragma once

#include <string_view>

#include "content/item.h"
#include "content/markup.h"

namespace lobby::content {

/// What one block of a list announces.
struct ListItem {
  Headline headline;
  bool rich = false;  ///< It has a picture, a summary or a date.
  bool full = false;  ///< It has a picture and words besides its title.
};

/// Reads a block around a linked title: the title from its heading or its link, the date from a short line, the summary
/// from its longest other paragraph, its first picture. Pure; any thread.
ListItem list_item(Node block, Node anchor, std::string_view base);

}  // namespace lobby::content
