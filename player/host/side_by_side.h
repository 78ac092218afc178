#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

namespace lobby::host {

/// Calls `work` once with each number below `count`, on as many threads as there are processors, and comes back when
/// all are done. The calls must not need each other. `work` must not throw.
template <typename Work>
void side_by_side(std::size_t count, const Work& work) {
  std::atomic<std::size_t> next = 0;
  const auto take_turns = [&] {
    for (auto number = next++; number < count; number = next++) work(number);
  };
  const auto hands = std::min<std::size_t>(std::thread::hardware_concurrency(), count);
  std::vector<std::jthread> others;
  for (std::size_t hand = 1; hand < hands; ++hand) others.emplace_back(take_turns);
  take_turns();
}

}  // namespace lobby::host
