#pragma once

#include <cstddef>
#include <vector>

#include "content/item.h"

namespace lobby::content {

/// Of a long document the `count` items that merge (merge.h) would take first, in the order of the document. Whole
/// where that depends on more than the items themselves: where only some of them have a date. Pure; any thread.
std::vector<Headline> newest(std::vector<Headline> headlines, std::size_t count);

}  // namespace lobby::content
