#pragma once

#include <optional>

#include "config/config.h"
#include "config/yaml.h"

namespace lobby::config {

/// Reads `mourning`: true, false, or a map with from, until, text and detail. Times without an offset are local in
/// `zone`.
std::optional<Mourning> read_mourning(const Node& node, const TimeZone& zone, Report& report);

}  // namespace lobby::config
