#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content/item.h"
#include "content/markup.h"

// A page as a reader scans it: paragraphs and pictures, one after the other. Pure; any thread.
namespace lobby::content {

/// A paragraph. The flags hold for all of its letters.
struct Paragraph {
  std::string text;  ///< Clean; never empty.
  bool centred = false;
  bool right = false;
  bool italic = false;
  bool bold = false;
  bool heading = false;
  bool caption = false;  ///< Marked up as one: figcaption, caption, class="…caption…".
  bool linked = false;   ///< Most of it is links.
  bool author = false;   ///< Marked up as the name of who wrote it: class="pAuthor".
};

/// A paragraph or, where `image.url` is set, a picture.
struct Block {
  Paragraph paragraph;
  Image image;     ///< Its caption is what `alt` or `title` say.
  Node container;  ///< The innermost block element around it.
  Node inner;      ///< The innermost element around its first letter, or the picture itself.
  Node figure;     ///< Of a picture or a caption; null outside of figures.
  Node cell;       ///< The innermost table cell around it; null outside of tables.
  bool is_image() const { return !image.url.empty(); }
};

enum class Boilerplate { kept, skipped };

/// Everything below `top` in document order; hidden elements are left out.
std::vector<Block> blocks(Node top, std::string_view base, Boilerplate boilerplate);

/// True where `node` is `top` or below it.
bool is_inside(Node node, Node top);

}  // namespace lobby::content
