#include "calendar/dates.h"

#include <array>

#include "base/format.h"

namespace lobby::calendar {

std::string weekday_name(Date date) {
  constexpr std::array names = {"Chủ Nhật", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy"};
  return names[std::chrono::weekday(std::chrono::sys_days(date)).c_encoding()];
}

std::string in_figures(Date date) {
  return format("{:02}/{:02}/{:04}", static_cast<unsigned>(date.day()), static_cast<unsigned>(date.month()),
                static_cast<int>(date.year()));
}

std::string unpadded(Date date) {
  return format("{}/{}/{}", static_cast<unsigned>(date.day()), static_cast<unsigned>(date.month()),
                static_cast<int>(date.year()));
}

std::string with_weekday(Date date) { return format("{}, {}", weekday_name(date), in_figures(date)); }

}  // namespace lobby::calendar
