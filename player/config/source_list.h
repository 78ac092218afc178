#pragma once

#include <vector>

#include "config/config.h"
#include "config/yaml.h"

namespace lobby::config {

/// Reads `sources`: a list of maps with one of feed, page, photos, usb and weather each. Names are unique.
std::vector<Source> read_sources(const Node& node, Report& report);

/// Reads a recipe: a map of XPath expressions, `item` and `title` among them.
Recipe read_recipe(const Node& node, Report& report);

}  // namespace lobby::config
