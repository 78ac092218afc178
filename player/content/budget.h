#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "content/limits.h"

namespace lobby::content {

/// What the tree of a document may cost.
struct Budget {
  std::size_t units = 0;  ///< Tags and attributes: each takes some 300 bytes, however short it is written.
  std::size_t text = 0;   ///< Bytes between the tags, which are copied and judged many times; scripts are not.
};

constexpr Budget budget_of_html{most_units_of_html, most_text_of_html};
constexpr Budget budget_of_xml{most_units_of_xml, most_document_bytes};

/// `markup` (HTML or XML) within a budget: it ends before the tag that is too much, and text that is too much is left
/// out. Of one tag's attributes only the first most_attributes stay, since libxml2 compares each with all before it: a
/// page of nothing else would take hours. Linear; pure; any thread.
std::string within_budget(std::string_view markup, const Budget& budget);

}  // namespace lobby::content
