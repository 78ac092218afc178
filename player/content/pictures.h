#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "content/item.h"
#include "content/markup.h"

// Pictures as markup names them. Pure; any thread.
namespace lobby::content {

/// The picture of an `<img>`: the largest of its srcset, else what a lazy loader would put in place (data-src,
/// data-original, …), else its src. Nothing for placeholders (data: URLs, spacers), icons and drawings that are not
/// photos. The caption is empty.
std::optional<std::string> picture_url(Node img, std::string_view base);

/// A URL given plainly (enclosure, og:image) under the same rules.
std::optional<std::string> picture_url(std::string_view reference, std::string_view base);

/// A caption as clean text. Empty where it is only the name of a file or an image id.
std::string caption_text(std::string_view html);

}  // namespace lobby::content
