#pragma once

#include <chrono>
#include <compare>
#include <string>
#include <string_view>

#include "base/clock.h"
#include "base/result.h"

namespace lobby {

using Date = std::chrono::year_month_day;

/// A date and a time of day as people in the lobby read them.
struct LocalTime {
  Date date;
  std::chrono::hours hour{};
  std::chrono::minutes minute{};
  std::chrono::seconds second{};
  auto operator<=>(const LocalTime&) const = default;
};

/// A fixed offset from UTC. Việt Nam has had no daylight saving time since 1975, so a fixed offset is exact
/// there, and no time-zone database that may be missing or wrong on a board is consulted.
class TimeZone {
 public:
  /// Asia/Ho_Chi_Minh.
  TimeZone() = default;
  /// Accepts the names of zones that have one offset all year («Asia/Ho_Chi_Minh», «Asia/Bangkok», …) and
  /// «UTC+7», «UTC-03:30». Errs (invalid) on any other name and says what is accepted.
  static Result<TimeZone> named(std::string_view name);
  LocalTime local(WallTime time) const;
  WallTime wall(const LocalTime& time) const;
  std::chrono::seconds offset() const { return offset_; }
  bool operator==(const TimeZone&) const = default;

 private:
  explicit TimeZone(std::chrono::seconds offset) : offset_(offset) {}
  std::chrono::seconds offset_ = std::chrono::hours(7);
};

/// What is wrong with a date that is not `ok`: «30 February 2024 does not exist: February 2024 has 29 days»,
/// «2024 has no month 13».
std::string why_impossible(Date date);

/// Parses ISO 8601: «2024-07-24», «2024-07-24T08:00», «2024-07-24 08:00:30», with an optional «Z» or «+07:00».
/// Without an offset the time is local in `zone`; without a time it is midnight. Errs (invalid) on anything else,
/// and says so of an impossible date.
Result<WallTime> parse_iso8601(std::string_view text, const TimeZone& zone);

/// «2024-07-24»
std::string iso8601(Date date);

}  // namespace lobby
