#pragma once

#include <vector>

#include "config/config.h"
#include "config/yaml.h"

namespace lobby::config {

/// Reads `anniversaries`: days as «12/7/1946» or «1946-07-12».
std::vector<calendar::Anniversary> read_anniversaries(const Node& node, Report& report);

/// Reads `notices`; times without an offset are local in `zone`.
std::vector<Notice> read_notices(const Node& node, const TimeZone& zone, Report& report);

}  // namespace lobby::config
