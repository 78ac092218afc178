#pragma once

#include <string>
#include <vector>

#include "preview/schedule.h"

namespace lobby::preview {

/// What `schedule --json` prints; ARCHITECTURE.md describes it. Times are local in the zone of `screen`, with its
/// offset. Ends with a newline.
std::string schedule_json(const std::vector<DayPart>& parts, const config::Screen& screen);

}  // namespace lobby::preview
