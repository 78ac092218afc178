#pragma once

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

/// The lunar date of a solar day, at UTC+7. Nothing outside the table's years, 29 January 1968 to 14 February 2200:
/// until 1967 the calendar in force followed UTC+8.
std::optional<LunarDate> lunar_date(Date date);

/// The solar day of a lunar date: the inverse of `lunar_date`. Nothing for a date that does not exist, such as day 30
/// of a month of 29 days or a leap month in a year without it, and nothing outside the table's years.
std::optional<Date> solar_date(const LunarDate& date);

/// «19 tháng Sáu, năm Giáp Thìn»; days 1–10 «Mùng 5», 15 «Rằm»; months «Giêng», …, «Một», «Chạp»; «tháng Sáu nhuận».
/// `date` is one that `lunar_date` returned.
std::string in_words(const LunarDate& date);

/// Names in the cycle of sixty (can chi).
/// «Giáp Thìn» for 2024.
std::string year_name(int lunar_year);
/// «Tân Mùi» for month 6 of 2024; a leap month has the name of the month it repeats.
std::string month_name(const LunarDate& date);
/// «Kỷ Sửu» for 24 July 2024.
std::string day_name(Date date);

}  // namespace lobby::calendar
