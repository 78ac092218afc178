#include "playlist/turn.h"

#include <algorithm>
#include <optional>

namespace lobby::playlist {

namespace {

std::size_t distance(std::size_t a, std::size_t b) { return a > b ? a - b : b - a; }

/// The turn of a slide nearest to a position in another order.
std::optional<std::size_t> nearest_position(const Show& show, const std::string& id, std::size_t position) {
  std::optional<std::size_t> nearest;
  for (std::size_t candidate = 0; candidate < show.order.size(); ++candidate) {
    if (show.slides[show.order[candidate]].id != id) continue;
    if (!nearest || distance(candidate, position) < distance(*nearest, position)) nearest = candidate;
  }
  return nearest;
}

}  // namespace

std::chrono::milliseconds dwell_for(int words, const config::Dwell& dwell) {
  if (dwell.fixed) return *dwell.fixed;
  return std::clamp(dwell.base + words * dwell.per_word, dwell.least, dwell.most);
}

const Slide& current_slide(const Show& show, const Turn& turn) { return show.slides[show.order[turn.position]]; }

std::size_t next_position(const Show& show, std::size_t position) { return (position + 1) % show.order.size(); }

SteadyTime ends_at(const Turn& turn) { return turn.began + turn.dwell; }

double progress(const Turn& turn, SteadyTime now) {
  if (turn.dwell.count() <= 0) return 1;
  const std::chrono::duration<double, std::milli> elapsed = now - turn.began;
  return std::clamp(elapsed.count() / static_cast<double>(turn.dwell.count()), 0.0, 1.0);
}

Turn carried_over(const Show& before, const Turn& turn, const Show& after) {
  Turn carried = turn;
  if (const auto same = nearest_position(after, current_slide(before, turn).id, turn.position)) {
    carried.position = *same;
    return carried;
  }
  // The slide is gone: what would have come next keeps its place in the queue.
  for (std::size_t step = 1; step < before.order.size(); ++step) {
    const auto position = (turn.position + step) % before.order.size();
    if (const auto found = nearest_position(after, before.slides[before.order[position]].id, position)) {
      carried.position = *found;
      return carried;
    }
  }
  carried.position = 0;
  return carried;
}

}  // namespace lobby::playlist
