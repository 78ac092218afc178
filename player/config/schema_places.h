#pragma once

#include <string>
#include <vector>

#include "config/schema.h"

namespace lobby::config {

/// Where a map may stand in a file: `sources[].recipe` is the key `recipe` of an entry of the list `sources`,
/// `faces.*` the value of any name. The whole file is the empty text.
using Places = std::vector<std::string>;

/// Those of every map of a schema, in the order of Schema::maps, the shallowest first. What stands inside a map that
/// has several places is named by the first. Never empty. Pure; any thread.
std::vector<Places> map_places(const Schema& schema);

}  // namespace lobby::config
