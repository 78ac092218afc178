#include "calendar/banner.h"

#include <algorithm>

#include "base/format.h"

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
  const Window window = window_of(occurrence.anniversary);
  const sys_days day(occurrence.date);
  return {day - days(window.days_before), day + days(window.days_after)};
}

/// A feast of the lunar calendar is wished, not commemorated: «kỷ niệm 97 năm … và Tết Nguyên đán» would be wrong.
bool hangs_alone(const Occurrence& occurrence) {
  const auto* yearly = std::get_if<YearlyDay>(&occurrence.anniversary.day);
  const bool feast = yearly != nullptr && std::holds_alternative<LunarDay>(yearly->day) && !occurrence.years;
  return feast || occurrence.anniversary.tone == Tone::mourning;
}

bool may_share_a_banner(const Occurrence& a, const Occurrence& b) {
  return a.anniversary.tone == b.anniversary.tone && !hangs_alone(a) && !hangs_alone(b);
}

/// Only a day whose window nobody set outlasts it: a window that is set ends on time.
bool outlast_their_windows_together(const Occurrence& a, const Occurrence& b) {
  if (a.anniversary.window || b.anniversary.window || !may_share_a_banner(a, b)) return false;
  const Span of_a = own_span(a);
  const Span of_b = own_span(b);
  return of_a.first <= of_b.last && of_b.first <= of_a.last;
}

/// Within the occurrence's own window, or after it on a banner shared with another one.
bool hangs_on(sys_days today, const Occurrence& occurrence, const std::vector<Occurrence>& all) {
  const Span own = own_span(occurrence);
  if (today < own.first) return false;
  if (today <= own.last) return true;
  return std::ranges::any_of(all, [&](const Occurrence& other) {
    const sys_days later(std::max(occurrence.date, other.date));
    return &other != &occurrence && outlast_their_windows_together(occurrence, other) &&
           today <= later + joint_banner_outlasts_its_later_day_by;
  });
}

bool festive(const Occurrence& occurrence) {
  return occurrence.anniversary.tone == Tone::celebration || occurrence.anniversary.tone == Tone::tradition;
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

std::string Banner::greeting() const {
  const bool counted = std::ranges::any_of(occurrences, [](const Occurrence& o) { return o.years.has_value(); });
  switch (occurrences.front().anniversary.tone) {
    case Tone::celebration:
      return counted ? "Chào mừng kỷ niệm" : "Chào mừng";
    case Tone::tradition:
    case Tone::memorial:
      return "Kỷ niệm";
    case Tone::mourning:
      return "Tưởng niệm";
  }
  return {};
}

std::string Banner::warm_greeting() const {
  const bool celebrated = occurrences.front().anniversary.tone == Tone::celebration;
  if (celebrated && std::ranges::any_of(occurrences, &Occurrence::round_year)) return "Nhiệt liệt chào mừng kỷ niệm";
  return greeting();
}

std::string Banner::sentence() const {
  std::vector<std::string> parts;
  for (const Occurrence& occurrence : occurrences) {
    const std::string years = occurrence.years ? format("{} năm ", *occurrence.years) : std::string();
    parts.push_back(format("{}{} ({})", years, occurrence.anniversary.name, occurrence.range()));
  }
  return format("{} {}", greeting(), joined(parts));
}

std::vector<Banner> banners_on(Date today, const std::vector<Anniversary>& anniversaries) {
  const std::vector<Occurrence> all = occurrences_around(today.year(), anniversaries);
  const bool in_mourning = mourned(today, anniversaries);
  std::vector<Banner> banners;
  for (const Occurrence& occurrence : all) {
    if (!hangs_on(today, occurrence, all) || (in_mourning && festive(occurrence))) continue;
    const auto banner = std::ranges::find_if(
        banners, [&](const Banner& b) { return may_share_a_banner(b.occurrences.front(), occurrence); });
    if (banner == banners.end()) {
      banners.push_back({{occurrence}});
    } else {
      banner->occurrences.push_back(occurrence);
    }
  }
  return banners;
}

}  // namespace lobby::calendar
