#pragma once

#include "config/config.h"
#include "config/reader.h"

namespace lobby::config {

/// Reads the keys of the placards, `welcomes` and the others, of the whole config; times without an offset are local in
/// `zone`.
Placards read_placards(const MapReader& map, const TimeZone& zone);

/// Where the file has no playlist, adds steps for the placards there are to the one that then holds: welcomes first.
/// Where it has one, warns of placards that no playlist names.
void show_placards(const MapReader& map, Config& config);

/// The same for the sources of weather, whose step comes last.
void show_weather(const MapReader& map, Config& config);

}  // namespace lobby::config
