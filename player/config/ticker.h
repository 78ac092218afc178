#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "config/source.h"
#include "config/yaml.h"

namespace lobby::config {

class Report;

/// A line of news that runs under all slides.
struct Ticker {
  std::vector<std::string> texts;  ///< Before the headlines.
  int headlines = 8;               ///< The newest so many; 0: none.
  std::vector<std::string> from;   ///< Names of sources of the headlines; empty: all.
  int speed = 120;                 ///< Pixels a second on a screen 1080 pixels high.
  bool operator==(const Ticker&) const = default;
};

/// Reads `ticker`: a map, or true for one with the defaults. Nothing where there is none.
std::optional<Ticker> read_ticker(const Node& node, std::span<const Source> sources, Report& report);

}  // namespace lobby::config
