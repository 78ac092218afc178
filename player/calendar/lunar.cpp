#include "calendar/lunar.h"

#include <array>
#include <cassert>

#include "base/format.h"
#include "calendar/lunar_table.h"

namespace lobby::calendar {
namespace {

using std::chrono::sys_days;

constexpr std::array stems = {"Giáp", "Ất", "Bính", "Đinh", "Mậu", "Kỷ", "Canh", "Tân", "Nhâm", "Quý"};
constexpr std::array branches = {"Tý", "Sửu", "Dần", "Mão", "Thìn", "Tỵ", "Ngọ", "Mùi", "Thân", "Dậu", "Tuất", "Hợi"};
constexpr std::array months = {"Giêng", "Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy", "Tám", "Chín", "Mười", "Một", "Chạp"};

/// The name whose place in an endless repetition of `names` is `place`, which may be negative.
template <std::size_t size>
const char* cyclic(const std::array<const char*, size>& names, int place) {
  const int count = static_cast<int>(size);
  return names[static_cast<std::size_t>((place % count + count) % count)];
}

sys_days tet(int year, const LunarYear& months_of_year) {
  return sys_days(std::chrono::year(year) / std::chrono::January / 1) + std::chrono::days(months_of_year.days_to_tet);
}

/// The date `days` after Tết, or nothing after the year's last day.
std::optional<LunarDate> date_after_tet(int year, const LunarYear& months_of_year, int days) {
  for (int index = 0; index < months_of_year.month_count(); ++index) {
    const int length = months_of_year.month_length(index);
    if (days < length) {
      // Every month from the leap month on is one place later than its number says.
      const bool behind = months_of_year.leap_month > 0 && index >= months_of_year.leap_month;
      return LunarDate{.day = days + 1,
                       .month = behind ? index : index + 1,
                       .leap = behind && index == months_of_year.leap_month,
                       .year = year};
    }
    days -= length;
  }
  return std::nullopt;
}

std::string day_in_words(int day) {
  if (day == 15) return "Rằm";
  return format("{}{}", day <= 10 ? "Mùng " : "", day);
}

}  // namespace

std::optional<LunarDate> lunar_date(Date date) {
  if (date < first_known_day || date > last_known_day) return std::nullopt;
  const sys_days day(date);
  int year = static_cast<int>(date.year());
  std::optional<LunarYear> months_of_year = lunar_year(year);
  if (!months_of_year || day < tet(year, *months_of_year)) months_of_year = lunar_year(--year);
  if (!months_of_year) return std::nullopt;
  return date_after_tet(year, *months_of_year, static_cast<int>((day - tet(year, *months_of_year)).count()));
}

std::optional<Date> solar_date(const LunarDate& date) {
  const std::optional<LunarYear> months_of_year = lunar_year(date.year);
  if (!months_of_year || date.month < 1 || date.month > 12) return std::nullopt;
  const int leap_month = months_of_year->leap_month;
  if (date.leap && date.month != leap_month) return std::nullopt;
  const int index = date.leap || (leap_month > 0 && date.month > leap_month) ? date.month : date.month - 1;
  if (date.day < 1 || date.day > months_of_year->month_length(index)) return std::nullopt;
  int days = date.day - 1;
  for (int earlier = 0; earlier < index; ++earlier) days += months_of_year->month_length(earlier);
  const Date result(tet(date.year, *months_of_year) + std::chrono::days(days));
  return result >= first_known_day ? std::optional(result) : std::nullopt;
}

std::string in_words(const LunarDate& date) { return format("{}, năm {}", day_and_month(date), year_name(date.year)); }

std::string day_and_month(const LunarDate& date) {
  assert(date.day >= 1 && date.day <= 30 && date.month >= 1 && date.month <= 12);
  return format("{} tháng {}{}", day_in_words(date.day), cyclic(months, date.month - 1), date.leap ? " nhuận" : "");
}

std::string year_name(int lunar_year) {
  return format("{} {}", cyclic(stems, lunar_year + 6), cyclic(branches, lunar_year + 8));
}

std::string month_name(const LunarDate& date) {
  return format("{} {}", cyclic(stems, date.year * 12 + date.month + 3), cyclic(branches, date.month + 1));
}

std::string day_name(Date date) {
  // 1 January 1970 was a day Tân Tỵ.
  const int days = static_cast<int>(sys_days(date).time_since_epoch().count());
  return format("{} {}", cyclic(stems, days + 7), cyclic(branches, days + 5));
}

std::string hour_name(Date date, std::chrono::hours hour) {
  assert(hour.count() >= 0 && hour.count() <= 23);
  // 1 January 1970 began in an hour Mậu Tý.
  const int days = static_cast<int>(sys_days(date).time_since_epoch().count());
  const int double_hours = days * 12 + static_cast<int>(hour.count() + 1) / 2;
  return format("{} {}", cyclic(stems, double_hours + 4), cyclic(branches, double_hours));
}

}  // namespace lobby::calendar
