#include "config/occasion.h"

#include <algorithm>
#include <set>

#include "calendar/dates.h"
#include "calendar/holidays.h"
#include "calendar/lunar.h"

namespace lobby::config {

namespace {

using namespace std::chrono;

/// Whether `value` is between two ends; around the turn of the year where `last` is the earlier one.
bool within(int value, int first, int last) {
  return first <= last ? first <= value && value <= last : value >= first || value <= last;
}

int ordinal(month_day day) {
  return static_cast<int>(static_cast<unsigned>(day.month()) * 32 + static_cast<unsigned>(day.day()));
}

bool fits(const DateRange& range, Date day) { return range.first <= day && day <= range.last; }

bool fits(const YearlyRange& range, Date date) {
  const month_day day = date.month() / date.day();
  const int first = ordinal(range.first);
  const int last = ordinal(range.last);
  if (within(ordinal(day), first, last)) return true;
  return day == February / 28 && !date.year().is_leap() && within(ordinal(February / 29), first, last);
}

/// A leap month lies between its namesake and the month after that.
int ordinal(int month, bool leap, int day) { return month * 64 + (leap ? 32 : 0) + day; }

bool fits(const LunarRange& range, Date date) {
  const auto lunar = calendar::lunar_date(date);
  if (!lunar) return false;
  const int first = ordinal(range.first.month, false, range.first.day);
  const int last = ordinal(range.last.month, false, range.last.day);
  if (within(ordinal(lunar->month, lunar->leap, lunar->day), first, last)) return true;
  if (lunar->day != 29 || !within(ordinal(lunar->month, lunar->leap, 30), first, last)) return false;
  const auto tomorrow = calendar::lunar_date(Date(sys_days(date) + days(1)));
  return tomorrow && tomorrow->day == 1;
}

bool fits(const DayMark& mark, Date date) {
  if (const auto* name = std::get_if<std::string>(&mark)) {
    const auto names = calendar::observances(date);
    return std::ranges::find(names, *name) != names.end();
  }
  if (std::get<KindOfDay>(mark) == KindOfDay::holidays) return calendar::is_public_holiday(date);
  const unsigned weekday = year_month_weekday(date).weekday().iso_encoding();
  return weekday <= 5 && !calendar::is_public_holiday(date);
}

template <typename T>
bool any_fits(const std::vector<T>& entries, Date date) {
  return entries.empty() || std::ranges::any_of(entries, [&](const T& entry) { return fits(entry, date); });
}

/// The cheap questions first.
bool day_fits(const Occasion& occasion, Date date) {
  const weekday today = year_month_weekday(date).weekday();
  if (!occasion.weekdays.empty() && std::ranges::find(occasion.weekdays, today) == occasion.weekdays.end()) {
    return false;
  }
  const bool dated = occasion.dates.empty() || std::ranges::any_of(occasion.dates, [&](const auto& entry) {
                       return std::visit([&](const auto& range) { return fits(range, date); }, entry);
                     });
  return dated && any_fits(occasion.lunar, date) && any_fits(occasion.days, date);
}

bool is_due(const Occasion& occasion, const LocalTime& now) {
  if (occasion.hours.empty()) return day_fits(occasion, now.date);
  const seconds clock = now.hour + now.minute + now.second;
  const Date yesterday(sys_days(now.date) - std::chrono::days(1));
  return std::ranges::any_of(occasion.hours, [&](const Hours& hours) {
    if (!hours.passes_midnight()) {
      return clock >= hours.from && clock < hours.until && day_fits(occasion, now.date);
    }
    return (clock >= hours.from && day_fits(occasion, now.date)) ||
           (clock < hours.until && day_fits(occasion, yesterday));
  });
}

void collect_edges(const Occasion& occasion, std::set<minutes>& edges) {
  for (const Hours& hours : occasion.hours) {
    edges.insert(hours.from);
    edges.insert(hours.until);
  }
  for (const Occasion& exception : occasion.unless) collect_edges(exception, edges);
}

}  // namespace

bool holds(const Occasion& occasion, const LocalTime& now) {
  return is_due(occasion, now) &&
         std::ranges::none_of(occasion.unless, [&](const Occasion& exception) { return holds(exception, now); });
}

std::optional<LocalTime> changes_at(const Occasion& occasion, const LocalTime& from, std::chrono::days horizon) {
  if (occasion.always()) return std::nullopt;
  std::set<minutes> edges{minutes(0)};
  collect_edges(occasion, edges);
  const TimeZone zone;  // Any would do: the hours of all days are as long.
  const WallTime start = zone.wall(from);
  const bool now = holds(occasion, from);
  for (sys_days day = from.date; zone.wall({day}) <= start + horizon; day += std::chrono::days(1)) {
    for (const minutes edge : edges) {
      const WallTime candidate = zone.wall({day}) + edge;
      if (candidate <= start || candidate > start + horizon) continue;
      const LocalTime then = zone.local(candidate);
      if (holds(occasion, then) != now) return then;
    }
  }
  return std::nullopt;
}

}  // namespace lobby::config
