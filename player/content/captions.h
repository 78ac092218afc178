#pragma once

#include <string>
#include <vector>

#include "content/blocks.h"

namespace lobby::content {

/// The pictures among `blocks` with their captions, and the paragraphs that are none. A caption is what stands under a
/// picture: a figcaption, a centred or italic paragraph, the next cell of its table. Adjacent pictures share the
/// caption that follows them. Where nothing stands there, `alt` or `title` serve. Pure; any thread.
struct Captioned {
  std::vector<Image> images;
  std::vector<Paragraph> paragraphs;
};
Captioned captioned(const std::vector<Block>& blocks);

/// «Ảnh: Minh Anh» names Minh Anh: what introduces a credit on screen is the layout's.
std::string credit_text(const std::string& text);

}  // namespace lobby::content
