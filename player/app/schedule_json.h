#pragma once

#include <string>
#include <vector>

#include "app/schedule.h"
#include "base/local_time.h"

namespace lobby::app {

/// What `schedule --json` prints; ARCHITECTURE.md describes it. Times are local in `zone`, with its offset. Ends with a
/// newline.
std::string schedule_json(const std::vector<DayPart>& parts, const TimeZone& zone);

}  // namespace lobby::app
