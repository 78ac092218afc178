#pragma once

#include <vector>

#include "content/blocks.h"

namespace lobby::content {

/// The element that holds the story: one that portals here are known to name so, else the one whose own paragraphs
/// weigh most (each gives its length to the element around it and half of it to the next). Null where `all` has no
/// paragraph and no picture. Pure; any thread.
Node article_body(const std::vector<Block>& all);

}  // namespace lobby::content
