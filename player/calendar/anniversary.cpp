#include "calendar/anniversary.h"

#include <algorithm>

#include "base/format.h"
#include "calendar/dates.h"

namespace lobby::calendar {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr days joint_banner_outlasts_its_later_day_by(5);

/// Days from the first to the last, both included.
struct Span {
  sys_days first;
  sys_days last;
};

Span own_span(const Occurrence& occurrence) {
  const Window window = occurrence.anniversary.window.value_or(Window{});
  const sys_days day(occurrence.date);
  return {day - days(window.days_before), day + days(window.days_after)};
}

bool share_a_banner(const Occurrence& a, const Occurrence& b) {
  if (a.anniversary.window || b.anniversary.window || a.anniversary.tone != b.anniversary.tone) return false;
  const Span of_a = own_span(a);
  const Span of_b = own_span(b);
  return of_a.first <= of_b.last && of_b.first <= of_a.last;
}

Date date_in_year(Date since, std::chrono::year year) {
  const Date date = year / since.month() / since.day();
  return date.ok() ? date : Date(year / since.month() / std::chrono::last);
}

/// Every occurrence, by date, whose window can reach into `year`.
std::vector<Occurrence> occurrences_around(std::chrono::year year, const std::vector<Anniversary>& anniversaries) {
  std::vector<Occurrence> result;
  for (const Anniversary& anniversary : anniversaries) {
    for (const std::chrono::years shift : {std::chrono::years(-1), std::chrono::years(0), std::chrono::years(1)}) {
      const std::chrono::years age = year + shift - anniversary.since.year();
      if (age < std::chrono::years(1)) continue;
      result.push_back({anniversary, date_in_year(anniversary.since, year + shift), static_cast<int>(age.count())});
    }
  }
  std::ranges::stable_sort(result, {}, &Occurrence::date);
  return result;
}

/// Within the occurrence's own window, or after it on a banner shared with another one.
bool hangs_on(sys_days today, const Occurrence& occurrence, const std::vector<Occurrence>& all) {
  const Span own = own_span(occurrence);
  if (today < own.first) return false;
  if (today <= own.last) return true;
  return std::ranges::any_of(all, [&](const Occurrence& other) {
    const sys_days later(std::max(occurrence.date, other.date));
    return &other != &occurrence && share_a_banner(occurrence, other) &&
           today <= later + joint_banner_outlasts_its_later_day_by;
  });
}

std::string joined(const std::vector<std::string>& parts) {
  std::string result = parts.front();
  for (std::size_t i = 1; i < parts.size(); ++i) {
    result += i + 1 == parts.size() ? " và " : ", ";
    result += parts[i];
  }
  return result;
}

}  // namespace

std::string Occurrence::range() const { return format("{} - {}", unpadded(anniversary.since), unpadded(date)); }

std::string Banner::greeting() const {
  return occurrences.front().anniversary.tone == Tone::memorial ? "Kỷ niệm" : "Chào mừng kỷ niệm";
}

std::string Banner::sentence() const {
  std::vector<std::string> parts;
  for (const Occurrence& occurrence : occurrences) {
    parts.push_back(format("{} năm {} ({})", occurrence.years, occurrence.anniversary.name, occurrence.range()));
  }
  return format("{} {}", greeting(), joined(parts));
}

std::vector<Banner> banners_on(Date today, const std::vector<Anniversary>& anniversaries) {
  const std::vector<Occurrence> all = occurrences_around(today.year(), anniversaries);
  std::vector<Banner> banners;
  for (const Occurrence& occurrence : all) {
    if (!hangs_on(today, occurrence, all)) continue;
    // Default windows are equally long, so an occurrence that meets any of a banner's meets the latest one.
    const auto banner = std::ranges::find_if(
        banners, [&](const Banner& b) { return share_a_banner(b.occurrences.back(), occurrence); });
    if (banner == banners.end()) {
      banners.push_back({{occurrence}});
    } else {
      banner->occurrences.push_back(occurrence);
    }
  }
  return banners;
}

}  // namespace lobby::calendar
