#pragma once

#include <optional>
#include <string>

#include "base/colour.h"
#include "base/geometry.h"
#include "config/layout.h"
#include "scene/measurer.h"

namespace lobby::scene {

/// The band of a ticker on one screen. All lengths are device pixels.
struct Ticker {
  Rect box;  ///< From edge to edge, at the lower end.
  TextSetting setting;
  int baseline = 0;  ///< From the top of the box.
  Colour colour;
  Colour ground;
  std::string separator;  ///< What the face can draw of it.
  Colour separator_colour;
  int gap = 0;  ///< On either side of the separator.
  bool operator==(const Ticker&) const = default;
};

/// The ticker that the strip of a theme has on a screen of that size; nothing where it has none, or where the theme is
/// calm. The text is as large as the theme says, or as its marks have room in the band. Pure but for the measurer's
/// cache.
std::optional<Ticker> ticker_on(const config::Theme& theme, Size screen, TextMeasurer& measurer);

/// What is left of a screen for slides and strip.
Size beside(const std::optional<Ticker>& ticker, Size screen);

}  // namespace lobby::scene
