#include "preview/iso_time.h"

#include <cstdlib>

#include "base/format.h"

namespace lobby::preview {

std::string iso_time(WallTime time, const TimeZone& zone) {
  const LocalTime local = zone.local(time);
  const auto offset = std::chrono::duration_cast<std::chrono::minutes>(zone.offset());
  const auto minutes = std::abs(offset.count());
  return format("{}T{:02}:{:02}:{:02}{}{:02}:{:02}", iso8601(local.date), local.hour.count(), local.minute.count(),
                local.second.count(), offset.count() < 0 ? '-' : '+', minutes / 60, minutes % 60);
}

}  // namespace lobby::preview
