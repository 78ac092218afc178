#include "calendar/countdown.h"

#include <algorithm>

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
  const auto occurrences = occurrences_around(today.year(), anniversaries);
  for (const Occurrence& occurrence : occurrences) {
    if (occurrence.anniversary.countdown == 0) continue;
    // On the day itself its banner speaks, and nobody counts to the next one.
    const bool is_today = std::ranges::any_of(occurrences, [&](const Occurrence& other) {
      return other.date == today && other.anniversary == occurrence.anniversary;
    });
    if (is_today) continue;
    const auto left = static_cast<int>((sys_days(occurrence.date) - sys_days(today)).count());
    if (left > 0 && left <= occurrence.anniversary.countdown) countdowns.push_back({occurrence, left});
  }
  return countdowns;
}

}  // namespace lobby::calendar
