#pragma once

#include <string>

#include "content/document.h"

namespace lobby::content {

/// What `lobby-player read` prints: {"format", "title", "items": [{"id", "title", "link", "published", "summary",
/// "author", "images": [{"url", "caption"}]}]}. Times are UTC («2022-06-15T01:00:00Z») or null. Pages add "kind", gates
/// "gate"; the item of an article has its "content", an array of paragraphs. UTF-8 as it is, indented by 2, ends with a
/// newline.
std::string to_json(const Reading& reading);

}  // namespace lobby::content
