#pragma once

#include "config/config.h"
#include "config/reader.h"

namespace lobby::config {

/// Reads `calendars`, `leave_out` and `anniversaries` of a config: the days of the calendars, in their order, without
/// those left out. An entry of `anniversaries` that has the name of one of them says what is different about it; the
/// others follow. An unknown calendar is a warning, for a newer player may know it.
void read_anniversaries(const MapReader& map, const Calendars& calendars, Config& config);

}  // namespace lobby::config
