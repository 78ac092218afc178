#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "base/local_time.h"

namespace lobby::calendar {

/// A date in the lunar calendar of Việt Nam.
struct LunarDate {
  int day = 0;        ///< 1 to 30
  int month = 0;      ///< 1 to 12
  bool leap = false;  ///< A leap month repeats the number of the month before it.
  int year = 0;       ///< The solar year in which this lunar year's Tết falls.
  bool operator==(const LunarDate&) const = default;
};

/// The days that have a lunar date and a solar term (solar_term.h), both included: from the beginning of 1900, which is
/// that of the last month of Kỷ Hợi, to the end of the next Kỷ Hợi.
inline constexpr Date first_known_day{std::chrono::year(1900), std::chrono::January, std::chrono::day(1)};
inline constexpr Date last_known_day{std::chrono::year(2200), std::chrono::February, std::chrono::day(14)};

/// The lunar date of a solar day, in the calendar that was in force on it (lunar_table.h). Nothing outside the known
/// days.
std::optional<LunarDate> lunar_date(Date date);

/// The solar day of a lunar date: the inverse of `lunar_date`. Nothing for a date that does not exist, such as day 30
/// of a month of 29 days or a leap month in a year without it, and nothing outside the known days.
std::optional<Date> solar_date(const LunarDate& date);

/// «19 tháng Sáu, năm Giáp Thìn»; days 1–10 «Mùng 5», 15 «Rằm»; months «Giêng», …, «Một», «Chạp»; «tháng Sáu nhuận».
/// `date` is one that `lunar_date` returned.
std::string in_words(const LunarDate& date);

/// The same without the year: «19 tháng Sáu», «Rằm tháng Sáu nhuận».
std::string day_and_month(const LunarDate& date);

/// Names in the cycle of sixty (can chi).
/// «Giáp Thìn» for 2024.
std::string year_name(int lunar_year);
/// «Tân Mùi» for month 6 of 2024; a leap month has the name of the month it repeats.
std::string month_name(const LunarDate& date);
/// «Kỷ Sửu» for 24 July 2024. A day changes its name at midnight, as it does in printed calendars.
std::string day_name(Date date);
/// «Giáp Tý» for the hours from 23:00 on 23 July to 1:00 on 24 July 2024, «Ất Sửu» for the next two, …; `hour` is 0 to
/// 23. Hours run through the cycle without a gap, five days a round, so that 23:00 already has the stem that follows
/// from the coming day: both halves of an hour Tý have one name, whatever the day is called meanwhile.
std::string hour_name(Date date, std::chrono::hours hour);

}  // namespace lobby::calendar
