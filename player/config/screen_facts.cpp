#include <algorithm>

#include "config/layout_text.h"

namespace lobby::config {

namespace {

/// A sixth: 1080 × 1080 and 1280 × 1100, but neither 4:3 nor 5:4.
bool square(Size screen) {
  return std::max(screen.width, screen.height) * 6 <= std::min(screen.width, screen.height) * 7;
}

}  // namespace

int unit_of(Size screen) {
  const int shorter = std::min(screen.width, screen.height);
  const int longer = std::max(screen.width, screen.height);
  return std::min(shorter, longer * 9 / 16);
}

std::optional<bool> holds_of_screen(Fact fact, Size screen) {
  switch (fact) {
    case Fact::landscape:
      return screen.width >= screen.height;
    case Fact::portrait:
      return screen.width < screen.height;
    case Fact::square:
      return square(screen);
    case Fact::wide:
      return screen.width * 10 >= screen.height * 22;
    default:
      return std::nullopt;
  }
}

}  // namespace lobby::config
