#pragma once

#include <string>

#include "base/local_time.h"

namespace lobby::preview {

/// «2026-11-26T08:00:00+07:00»
std::string iso_time(WallTime time, const TimeZone& zone);

}  // namespace lobby::preview
