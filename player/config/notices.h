#pragma once

#include <vector>

#include "config/config.h"
#include "config/yaml.h"

namespace lobby::config {

/// Reads `notices`; times without an offset are local in `zone`.
std::vector<Notice> read_notices(const Node& node, const TimeZone& zone, Report& report);

}  // namespace lobby::config
