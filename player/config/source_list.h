#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "config/config.h"
#include "config/yaml.h"

namespace lobby::config {

/// Reads `sources`: a list of maps with one of feed, page, photos, usb and weather each. Names are unique.
std::vector<Source> read_sources(const Node& node, Report& report);

/// Reads the name of one of `sources`, or a list of them.
std::vector<std::string> read_source_names(const Node& node, std::string_view what, std::span<const Source> sources,
                                           Report& report);

/// Reads a recipe: a map of XPath expressions, `item` and `title` among them.
Recipe read_recipe(const Node& node, Report& report);

}  // namespace lobby::config
