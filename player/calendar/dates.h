#pragma once

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
/// Names of public holidays, great days and lunar observances on a day («Tết Nguyên đán», «Quốc khánh», …).
std::vector<std::string> observances(Date date);

}  // namespace lobby::calendar
