#pragma once

#include <string>
#include <string_view>

#include "content/markup.h"

// Markup to the words a reader sees. Pure; any thread.
namespace lobby::content {

/// The plain text of an HTML fragment or page as one clean NFC line: blocks and line breaks separate words, scripts and
/// styles are dropped. Entities that are left over (portals escape twice) are decoded once more; tags that such an
/// escape has hidden are dropped as well.
std::string html_text(std::string_view fragment);

/// The same of a tree. What is hidden from a reader (scripts, forms' choices, `display:none`) is left out.
std::string plain_text(Node node);

/// The text of a text node. The place that a newspaper sets before its lead («Hà Nội») is set off by a dash, which the
/// page draws there.
std::string text_of(Node text);

/// `plain_text` not yet cleaned, for callers that join several.
std::string raw_text(Node node);

/// For a text that its format says is no HTML: entities that are left over are decoded, nothing else.
std::string literal_text(std::string_view text);

/// True for the element names that begin a new line for a reader.
bool is_block(std::string_view element_name);

/// True where nothing inside an element is text for a reader.
bool is_hidden(Node element);

/// At most the first `most` words of a clean line, with «…» where something was left out.
std::string first_words(std::string_view line, int most);

}  // namespace lobby::content
