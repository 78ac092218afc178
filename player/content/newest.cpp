#include "content/newest.h"

#include <algorithm>
#include <chrono>
#include <functional>
#include <numeric>

#include "content/merge.h"

namespace lobby::content {

std::vector<Headline> newest(std::vector<Headline> headlines, std::size_t count, WallTime now) {
  if (headlines.size() <= count) return headlines;
  const bool none_dated =
      std::ranges::none_of(headlines, [](const Headline& one) { return one.published.has_value(); });
  const bool all_dated = now != unknown_now && std::ranges::all_of(headlines, [now](const Headline& one) {
                           return believable(one.published, now).has_value();
                         });
  if (!none_dated && !all_dated) return headlines;
  std::vector<std::size_t> order(headlines.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto hour = [&headlines](std::size_t index) {
    return std::chrono::floor<std::chrono::hours>(*headlines[index].published);
  };
  if (all_dated) std::ranges::stable_sort(order, std::ranges::greater(), hour);
  order.resize(count);
  std::ranges::sort(order);
  std::vector<Headline> kept;
  kept.reserve(count);
  for (const std::size_t index : order) kept.push_back(std::move(headlines[index]));
  return kept;
}

}  // namespace lobby::content
