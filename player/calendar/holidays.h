#pragma once

#include <string>
#include <vector>

#include "base/local_time.h"

namespace lobby::calendar {

/// Whether a day is a public holiday of Bộ luật Lao động 2019, Điều 112: Tết Dương lịch, the eve of Tết and its first
/// three days, Giỗ Tổ, 30 April, 1 May, 2 September. What is decided year by year is not among them: the fifth day of
/// Tết, the second of Quốc khánh, and days worked in exchange. Nor is 24 November: Nghị quyết 80-NQ/TW of 7 January
/// 2026 means it to be a paid day off, but Điều 112 does not name it (as far as known in February 2026, Nghị quyết
/// 30/NQ-CP).
bool is_public_holiday(Date date);

/// Whether a day is a great day of Nghị định 145/2013/NĐ-CP, Điều 4: Tết with its first three days, 3 February, Giỗ Tổ,
/// 30 April, 7 May, 19 May, 19 August, 2 September.
bool is_great_day(Date date);

/// The names that `observances` gives to days, each once. It walks through two years; for a checker of names.
std::vector<std::string> observance_names();

}  // namespace lobby::calendar
