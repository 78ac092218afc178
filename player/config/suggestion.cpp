#include "config/suggestion.h"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "base/format.h"

namespace lobby::config {

int edit_distance(std::string_view a, std::string_view b) {
  // Three rows of the table are enough: a swap looks two rows back.
  std::vector<int> before(b.size() + 1), previous(b.size() + 1), current(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) previous[j] = static_cast<int>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    current[0] = static_cast<int>(i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const int replaced = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      current[j] = std::min({previous[j] + 1, current[j - 1] + 1, replaced});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) current[j] = std::min(current[j], before[j - 2] + 1);
    }
    std::swap(before, previous);
    std::swap(previous, current);
  }
  return previous[b.size()];
}

std::string suggestion(std::string_view word, std::span<const std::string_view> candidates) {
  // A third of the letters may be wrong; beyond that, and for the shortest words, the guess is no help.
  if (word.size() < 3) return {};
  const auto tolerance = static_cast<int>(std::max<std::size_t>(1, word.size() / 3));
  std::string_view best;
  int best_distance = std::min(tolerance, 3) + 1;
  for (const std::string_view candidate : candidates) {
    const auto longer = std::max(word.size(), candidate.size());
    if (longer - std::min(word.size(), candidate.size()) > 3) continue;
    const int distance = edit_distance(word, candidate);
    if (distance >= best_distance) continue;
    best = candidate;
    best_distance = distance;
  }
  return best.empty() ? std::string() : format("; did you mean '{}'?", best);
}

}  // namespace lobby::config
