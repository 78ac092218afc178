#include "calendar/countdown.h"

#include "base/format.h"

namespace lobby::calendar {

using std::chrono::sys_days;

std::string Countdown::greeting() const { return format("Còn {} ngày đến", days_left); }

std::string Countdown::sentence() const {
  return format("{} {} ({})", greeting(), occurrence.anniversary.name, occurrence.range());
}

std::vector<Countdown> countdowns_on(Date today, const std::vector<Anniversary>& anniversaries) {
  std::vector<Countdown> countdowns;
  if (mourned(today, anniversaries)) return countdowns;
  for (const Occurrence& occurrence : occurrences_around(today.year(), anniversaries)) {
    if (occurrence.anniversary.countdown == 0) continue;
    const auto left = static_cast<int>((sys_days(occurrence.date) - sys_days(today)).count());
    if (left > 0 && left <= occurrence.anniversary.countdown) countdowns.push_back({occurrence, left});
  }
  return countdowns;
}

}  // namespace lobby::calendar
