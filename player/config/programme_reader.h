#pragma once

#include <span>

#include "config/programme.h"
#include "config/reader.h"
#include "config/source.h"

namespace lobby::config {

/// Reads `programmes`. `sources` are those that the steps of their playlists may name.
std::vector<Programme> read_programmes(const Node& node, std::span<const Source> sources, Report& report);

}  // namespace lobby::config
