#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "base/local_time.h"

namespace lobby::calendar {

/// «Thứ Tư», «Chủ Nhật».
std::string weekday_name(Date date);
/// «24/07/2024».
std::string in_figures(Date date);
/// «12/7/1946», as banners write it.
std::string unpadded(Date date);
/// «Thứ Tư, 24/07/2024».
std::string with_weekday(Date date);
/// «ngày 24 tháng 7 năm 2024»; days before the 10th and months 1 and 2 are padded, «ngày 05 tháng 02 năm 2024», as
/// Nghị định 30/2020/NĐ-CP, Phụ lục I asks of official texts.
std::string in_words(Date date);
/// «Hôm nay», «Hôm qua» or «Ngày mai»; any other day in figures.
std::string relative(Date date, Date today);

/// «16/6/1967 – 16/6/2022», unpadded.
std::string range(Date first, Date last);
/// «từ ngày 28 tháng 4 đến ngày 03 tháng 5 năm 2025»; a month or a year that both days share is named once, a single
/// day as `in_words` has it.
std::string range_in_words(Date first, Date last);

/// «08:30», of a time of day.
std::string time_in_figures(std::chrono::hours hour, std::chrono::minutes minute);
/// «8 giờ 30», «8 giờ».
std::string time_in_words(std::chrono::hours hour, std::chrono::minutes minute);

/// What a day is kept as, by name: public holidays and great days in the solar calendar («Quốc khánh»), then lunar
/// feasts («Tết Nguyên đán»); a first or fifteenth of a lunar month without a feast is «Mùng 1 tháng Hai», «Rằm tháng
/// Sáu». Each from the year in which it began. Left out is what is decided year by year: the fifth day of Tết, which
/// comes before the eve or after the third, the second day of Quốc khánh, and days worked in exchange.
std::vector<std::string> observances(Date date);

}  // namespace lobby::calendar
