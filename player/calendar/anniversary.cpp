#include "calendar/anniversary.h"

#include <algorithm>

#include "base/format.h"
#include "calendar/dates.h"
#include "calendar/lunar.h"

namespace lobby::calendar {
namespace {

using std::chrono::days;
using std::chrono::month_day;
using std::chrono::sys_days;

Date date_in_year(std::chrono::year year, const month_day& day) {
  const Date date = year / day;
  return date.ok() ? date : Date(year / day.month() / std::chrono::last);
}

std::optional<Date> date_in_lunar_year(int year, const LunarDay& day) {
  const LunarDate date{.day = day.day, .month = day.month, .leap = false, .year = year};
  if (const auto found = solar_date(date)) return found;
  return solar_date({.day = 29, .month = day.month, .leap = false, .year = year});
}

std::optional<Date> date_in_year(int year, const Anniversary& anniversary) {
  if (const auto* origin = std::get_if<Date>(&anniversary.day)) {
    return date_in_year(std::chrono::year(year), origin->month() / origin->day());
  }
  const auto& day = std::get<YearlyDay>(anniversary.day).day;
  if (const auto* solar = std::get_if<month_day>(&day)) return date_in_year(std::chrono::year(year), *solar);
  return date_in_lunar_year(year, std::get<LunarDay>(day));
}

std::optional<int> first_year(const Anniversary& anniversary) {
  if (const auto* origin = std::get_if<Date>(&anniversary.day)) return static_cast<int>(origin->year());
  return std::get<YearlyDay>(anniversary.day).since;
}

bool is_lunar(const YearlyDay& yearly) { return std::holds_alternative<LunarDay>(yearly.day); }

}  // namespace

std::string Occurrence::range(std::string_view dash) const {
  if (const auto* origin = std::get_if<Date>(&anniversary.day)) {
    return format("{} {} {}", unpadded(*origin), dash, unpadded(date));
  }
  const auto& yearly = std::get<YearlyDay>(anniversary.day);
  if (yearly.since) return format("{} {} {}", *yearly.since, dash, *yearly.since + years.value_or(0));
  const auto lunar = is_lunar(yearly) ? lunar_date(date) : std::nullopt;
  return lunar ? format("{} {} {}", in_words(*lunar), dash, unpadded(date)) : unpadded(date);
}

std::vector<Occurrence> occurrences_around(std::chrono::year year, const std::vector<Anniversary>& anniversaries) {
  // A lunar year ends in the solar year after its own.
  constexpr int shifts[] = {-2, -1, 0, 1};
  std::vector<Occurrence> result;
  for (const Anniversary& anniversary : anniversaries) {
    const auto since = first_year(anniversary);
    for (const int shift : shifts) {
      const int kept_year = static_cast<int>(year) + shift;
      const auto date = date_in_year(kept_year, anniversary);
      if (!date || (since && kept_year <= *since)) continue;
      result.push_back({anniversary, *date, since ? std::optional(kept_year - *since) : std::nullopt});
    }
  }
  std::ranges::stable_sort(result, {}, &Occurrence::date);
  return result;
}

Window window_of(const Anniversary& anniversary) {
  const bool on_the_day = anniversary.tone == Tone::mourning;
  return anniversary.window.value_or(on_the_day ? Window{.days_before = 0, .days_after = 0} : Window{});
}

bool mourned(Date today, const std::vector<Anniversary>& anniversaries) {
  std::vector<Anniversary> days_of_mourning;
  std::ranges::copy_if(anniversaries, std::back_inserter(days_of_mourning),
                       [](const Anniversary& anniversary) { return anniversary.tone == Tone::mourning; });
  const auto occurrences = occurrences_around(today.year(), days_of_mourning);
  return std::ranges::any_of(occurrences, [&](const Occurrence& occurrence) {
    const Window window = window_of(occurrence.anniversary);
    const days past = sys_days(today) - sys_days(occurrence.date);
    return past >= -days(window.days_before) && past <= days(window.days_after);
  });
}

}  // namespace lobby::calendar
