#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "config/config.h"
#include "config/reader.h"
#include "config/yaml.h"

namespace lobby::config {

/// Reads `notices`; times without an offset are local in `zone`.
std::vector<Notice> read_notices(const Node& node, const TimeZone& zone, Report& report);

/// Reads one notice; `what` names it in findings.
Notice read_notice(const Node& node, std::string_view what, const TimeZone& zone, Report& report);

/// Reads `notice_feed`. That the key is one of minisign is for its user to find.
std::optional<NoticeFeed> read_notice_feed(const Node& node, Report& report);

/// Reads `from` and `until` of a map; the latter must be later.
void read_term(const MapReader& map, const TimeZone& zone, std::optional<WallTime>& from,
               std::optional<WallTime>& until);

/// A time; and one that ends something, where a date alone means the end of that day.
Scalar<WallTime> start_time(const TimeZone& zone);
Scalar<WallTime> end_time(const TimeZone& zone);

}  // namespace lobby::config
