#pragma once

#include <map>
#include <string>
#include <vector>

#include "config/config.h"

namespace lobby::fleet {

/// The calendars that came with the program, and what is wrong with their files.
struct ShippedCalendars {
  config::Calendars calendars;
  std::map<std::string, std::vector<config::Finding>> findings;  ///< By the name of the calendar.
};

/// Reads every calendar of the data folder, when a config is read. A file that cannot be used is an empty calendar, so
/// that it takes away its own banners and nothing else.
ShippedCalendars load_calendars();

/// What is wrong with the calendars that a config names.
std::vector<config::Finding> findings_of(const ShippedCalendars& shipped, const config::Config& config);

}  // namespace lobby::fleet
