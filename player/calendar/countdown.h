#pragma once

#include <string>
#include <vector>

#include "calendar/anniversary.h"

namespace lobby::calendar {

/// The last days before an anniversary, counted down. The day itself belongs to its banner.
struct Countdown {
  Occurrence occurrence;
  int days_left = 0;  ///< At least 1.
  /// «Còn 5 ngày đến»
  std::string greeting() const;
  /// «Còn 5 ngày đến Ngày thành lập Quân đội nhân dân Việt Nam (22/12/1944 - 22/12/2026)»
  std::string sentence() const;
  bool operator==(const Countdown&) const = default;
};

/// The countdowns of `today`, the nearest day first; each day is the next one of its anniversary. None on a day of
/// mourning.
std::vector<Countdown> countdowns_on(Date today, const std::vector<Anniversary>& anniversaries);

}  // namespace lobby::calendar
