#include "store/write_budget.h"

#include <algorithm>

namespace lobby::store {

bool WriteBudget::open(WallTime now) {
  constexpr std::int64_t day = 24 * 60 * 60;
  if (last_ && now > *last_) {
    const std::int64_t seconds = std::min<std::int64_t>((now - *last_).count(), day);
    left_ = std::min(most_, left_ + per_day * seconds / day);
  }
  last_ = now;
  return left_ > 0;
}

}  // namespace lobby::store
