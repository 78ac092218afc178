#pragma once

#include <string>

namespace lobby::config {

/// Where the ticker runs and how it looks: a band from edge to edge at the lower end of the screen. While a ticker
/// runs, slides and strip are laid out on what is left of the screen, as on a screen that is so much lower. Lengths are
/// percent, as in layout_text.h.
struct TickerBand {
  double height = 5.6;  ///< Of the screen's height.
  std::string face = {};
  double size = 3.4;
  std::string colour = "text";
  std::string ground = {};            ///< Opaque.
  std::string separator = "•";        ///< Between two texts; empty: the gap alone.
  std::string separator_colour = {};  ///< Empty: as the text.
  double gap = 3;                     ///< On either side of the separator, percent of the shorter side.
  bool operator==(const TickerBand&) const = default;
};

struct Node;
class LayoutReader;

/// Reads the value of `ticker`.
TickerBand read_ticker_band(const Node& node, const LayoutReader& reader);

}  // namespace lobby::config
