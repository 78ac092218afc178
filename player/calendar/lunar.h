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

/// The lunar date of a solar day, at UTC+7. Nothing outside the table's years (1968-01-29 to 2100-02-08 at least).
std::optional<LunarDate> lunar_date(Date date);

/// «Giáp Thìn» for 2024.
std::string year_name(int lunar_year);

/// «19 tháng Sáu, năm Giáp Thìn»; days 1–10 «Mùng 5», 15 «Rằm»; months «Giêng», …, «Một», «Chạp»; «tháng Sáu nhuận».
std::string in_words(const LunarDate& date);

}  // namespace lobby::calendar
