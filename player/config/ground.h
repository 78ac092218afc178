#pragma once

#include <compare>
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "config/layout.h"

// What lies under the texts of a layout, as far as the layout says it. Pure; any thread.
namespace lobby::config {

/// A part of the screen.
struct Area {
  double x = 0, y = 0, width = 0, height = 0;

  /// The part of it that a box takes.
  Area part(const Box& box) const;
  bool contains(double at_x, double at_y) const;
  bool meets(const Area& other) const;
  auto operator<=>(const Area&) const = default;
};

/// A fact and whether it holds.
using World = std::vector<Condition>;

/// An element that is drawn, and what its percents count in.
struct PlacedElement {
  const Element* element = nullptr;
  Area frame;
  auto operator<=>(const PlacedElement&) const = default;
};

/// A text that is shown, with the room it may fill; the index is that of the file.
struct PlacedText {
  const Text* text = nullptr;
  Area area;
  std::string_view mark;  ///< The colour that may lie under it as part of its table; empty: none.
  std::size_t index = 0;
};

/// A layout on a screen in a world.
struct PlacedLayout {
  std::vector<PlacedElement> grounds;
  std::vector<PlacedText> texts;
};
PlacedLayout placed(const Layout& layout, Size screen, const World& world);

/// What may lie at a point under a text of a colour.
struct Ground {
  std::vector<Colour> colours;
  bool is_picture = false;  ///< It may be anything.
};

/// The grounds of the whole layout there. Lines thinner than a letter's stem are passed over, and so are drawings in
/// their own colours; a scrim under the text's room lends its colour wherever it is needed.
Ground ground_at(double x, double y, const PlacedText& text, const PlacedLayout& layout, Size screen,
                 const Theme& theme);

}  // namespace lobby::config
