#pragma once

#include <cstddef>
#include <vector>

#include "base/clock.h"
#include "content/item.h"

namespace lobby::content {

/// Of a long document the `count` items that merge (merge.h) would take first, now and later, in the order of the
/// document. Whole where that depends on others: where only some of them have a date, or one lies ahead, or nothing is
/// known of `now`. Pure; any thread.
std::vector<Headline> newest(std::vector<Headline> headlines, std::size_t count, WallTime now);

}  // namespace lobby::content
