#include "content/newest.h"

#include <algorithm>
#include <chrono>
#include <functional>
#include <numeric>

#include "content/merge.h"

namespace lobby::content {

std::vector<std::size_t> newest(const std::vector<std::optional<WallTime>>& published, const Extent& extent) {
  std::vector<std::size_t> order(published.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  if (order.size() <= extent.most) return order;
  const bool none_dated = std::ranges::none_of(published, [](const auto& date) { return date.has_value(); });
  const bool all_dated = extent.now != unknown_now && std::ranges::all_of(published, [&extent](const auto& date) {
                           return believable(date, extent.now).has_value();
                         });
  if (!none_dated && !all_dated) return order;
  const auto hour = [&published](std::size_t index) {
    return std::chrono::floor<std::chrono::hours>(*published[index]);
  };
  if (all_dated) std::ranges::stable_sort(order, std::ranges::greater(), hour);
  order.resize(extent.most);
  std::ranges::sort(order);
  return order;
}

}  // namespace lobby::content
