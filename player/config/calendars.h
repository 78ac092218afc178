#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/anniversary.h"
#include "config/finding.h"

// Calendars: days kept every year that are written once, in a file of their own, and that a config takes over by the
// file's name. Plain data; any thread.
namespace lobby::config {

/// By name: «state», «army». A calendar whose file was refused is there and empty.
using Calendars = std::map<std::string, std::vector<calendar::Anniversary>, std::less<>>;

/// Parses a calendar: under the key `anniversaries` entries as in a config, each with the `source` that names the day.
/// `file` is used in findings. At most 256 KiB. Unknown keys are errors, and so is a name that stands there twice.
Checked<std::vector<calendar::Anniversary>> parse_calendar(std::string_view yaml, const std::string& file);

}  // namespace lobby::config
