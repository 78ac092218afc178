#pragma once

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

}  // namespace lobby::content
