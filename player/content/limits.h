#pragma once

#include <cstddef>

// What a document may cost. A lobby screen shows a dozen stories; everything beyond these figures is an accident or an
// attack, and a board with 1 GB of memory has to survive it.
namespace lobby::content {

inline constexpr std::size_t most_document_bytes = 10 * 1024 * 1024;
inline constexpr std::size_t most_items = 10'000;
inline constexpr std::size_t most_images_per_item = 200;
/// Elements inside elements. libxml2 gives up at 256 and drops the rest without a word, so we refuse before.
inline constexpr int most_nesting = 200;

/// Tags and attributes of a page, and of a feed with its ten thousand items. A large portal page has ten thousand.
inline constexpr std::size_t most_units_of_html = 60'000;
inline constexpr std::size_t most_units_of_xml = 250'000;
inline constexpr std::size_t most_text_of_html = 1024 * 1024;
inline constexpr std::size_t most_attributes = 250;  ///< Of one element.

}  // namespace lobby::content
