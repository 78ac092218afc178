#pragma once

#include <optional>
#include <string>

#include "base/local_time.h"

namespace lobby::calendar {

/// One of the twenty-four solar terms (tiết khí): the days on which the sun passes through fifteen degrees of its path.
struct SolarTerm {
  int longitude = 0;  ///< Of the sun where the term begins, in degrees: 0 Xuân phân, 15 Thanh minh, …, 345 Kinh trập.
  Date first_day;     ///< The civil day on which the sun is there.
  /// «Đại thử».
  std::string name() const;
  bool operator==(const SolarTerm&) const = default;
};

/// The solar term that a day belongs to; nothing outside the known days of the lunar calendar (lunar.h). The first one
/// began in 1899. Civil days are those of the lunar calendar (lunar_table.h); tests/calendar/astronomy.h computes them,
/// and a test compares.
std::optional<SolarTerm> solar_term(Date date);

}  // namespace lobby::calendar
