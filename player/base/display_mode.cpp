#include "base/display_mode.h"

#include <algorithm>
#include <cstdlib>
#include <tuple>

namespace lobby {

namespace {

constexpr int usual_rate = 60;

/// The better of two, by a rank of each; the first where they are equal.
template <typename Rank>
std::optional<std::size_t> best(std::span<const DisplayMode> modes, Rank rank) {
  std::optional<std::size_t> found;
  decltype(rank(modes.front())) highest;
  for (std::size_t index = 0; index < modes.size(); ++index) {
    const auto here = rank(modes[index]);
    if (!here || (highest && *here <= *highest)) continue;
    highest = here;
    found = index;
  }
  return found;
}

/// What is faster than usual costs more and shows no more.
int rank_of_rate(int rate) { return rate <= usual_rate ? rate : -rate; }

int area(Size size) { return size.width * size.height; }

/// Whichever way either of them stands.
bool fits(Size size, Size most) {
  const auto [shorter, longer] = std::minmax(size.width, size.height);
  const auto [least, greatest] = std::minmax(most.width, most.height);
  return longer <= greatest && shorter <= least;
}

/// Within some hundredths: 1366 × 768 is meant to be 16:9.
bool same_shape(Size one, Size other) {
  constexpr int hundredths = 2;
  const int across = one.width * other.height;
  return std::abs(across - other.width * one.height) * 100 <= hundredths * across;
}

bool stand_alike(Size one, Size other) { return (one.width < one.height) == (other.width < other.height); }

/// In another shape than its own a display stretches the picture or leaves bars; from half as many pixels it is coarse.
std::optional<std::size_t> largest_within(std::span<const DisplayMode> modes, Size most, Size own) {
  int largest = 0;
  for (const DisplayMode& mode : modes) largest = std::max(largest, fits(mode.size, most) ? area(mode.size) : 0);
  return best(modes, [&](const DisplayMode& mode) -> std::optional<std::tuple<bool, bool, int, int>> {
    if (!fits(mode.size, most)) return std::nullopt;
    const bool suits = same_shape(mode.size, own) && area(mode.size) >= largest / 2;
    return std::tuple(suits, stand_alike(mode.size, own), area(mode.size), rank_of_rate(mode.rate));
  });
}

std::optional<std::size_t> of_size(std::span<const DisplayMode> modes, const DisplayMode& wanted) {
  return best(modes, [&](const DisplayMode& mode) -> std::optional<int> {
    if (mode.size != wanted.size) return std::nullopt;
    return wanted.rate == 0 ? rank_of_rate(mode.rate) : -std::abs(mode.rate - wanted.rate);
  });
}

}  // namespace

std::optional<std::size_t> chosen_mode(std::span<const DisplayMode> modes, const DisplayMode& own,
                                       const ModeWish& wish) {
  constexpr Size endless{1 << 15, 1 << 15};
  constexpr Size most_without_asking{2560, 1600};
  constexpr Size instead{1920, 1200};
  if (wish.kind == ModeWish::Kind::exact) {
    if (const auto found = of_size(modes, wish.mode)) return found;
  }
  if (wish.kind == ModeWish::Kind::largest) return largest_within(modes, endless, own.size);
  if (!fits(own.size, most_without_asking)) {
    const auto found = largest_within(modes, instead, own.size);
    if (found && stand_alike(modes[*found].size, own.size)) return found;
  }
  if (const auto found = of_size(modes, own)) return found;
  return largest_within(modes, endless, own.size);
}

}  // namespace lobby
