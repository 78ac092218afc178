#pragma once

#include <string>
#include <vector>

#include "base/local_time.h"
#include "preview/schedule.h"

namespace lobby::preview {

/// What `schedule --json` prints; ARCHITECTURE.md describes it. Times are local in `zone`, with its offset. Ends with a
/// newline.
std::string schedule_json(const std::vector<DayPart>& parts, const TimeZone& zone);

}  // namespace lobby::preview
