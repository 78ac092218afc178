#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "base/clock.h"
#include "content/document.h"

namespace lobby::content {

/// Of the items of a long document, by their dates, those that are wanted: the places of the ones that merge (merge.h)
/// would take first, now and later, in the order of the document. All where that depends on others: where only some of
/// them have a date, or one lies ahead, or nothing is known of `now`. Pure; any thread.
std::vector<std::size_t> newest(const std::vector<std::optional<WallTime>>& published, const Extent& extent);

}  // namespace lobby::content
