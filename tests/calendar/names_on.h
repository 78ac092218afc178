#pragma once

#include <string>
#include <vector>

#include "calendar/banner.h"

namespace lobby::calendar {

/// «A, B | C»: the names on each banner.
inline std::string names_on(Date today, const std::vector<Anniversary>& anniversaries) {
  std::string result;
  for (const Banner& banner : banners_on(today, anniversaries)) {
    if (!result.empty()) result += " | ";
    for (const Occurrence& occurrence : banner.occurrences) {
      result += (&occurrence == banner.occurrences.data() ? "" : ", ") + occurrence.anniversary.name;
    }
  }
  return result;
}

}  // namespace lobby::calendar
