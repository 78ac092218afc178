#include "calendar/holidays.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "calendar/dates.h"

namespace lobby::calendar {

namespace {

bool is_any_of(Date date, std::span<const std::string_view> days) {
  return std::ranges::any_of(observances(date),
                             [&](const std::string& name) { return std::ranges::find(days, name) != days.end(); });
}

}  // namespace

bool is_public_holiday(Date date) {
  constexpr std::array<std::string_view, 7> holidays{"Tết Dương lịch",
                                                     "Giao thừa",
                                                     "Tết Nguyên đán",
                                                     "Ngày Giỗ Tổ Hùng Vương",
                                                     "Ngày Giải phóng miền Nam, thống nhất đất nước",
                                                     "Ngày Quốc tế lao động",
                                                     "Quốc khánh"};
  return is_any_of(date, holidays);
}

bool is_great_day(Date date) {
  constexpr std::array<std::string_view, 8> great_days{"Tết Nguyên đán",
                                                       "Ngày thành lập Đảng Cộng sản Việt Nam",
                                                       "Ngày Giỗ Tổ Hùng Vương",
                                                       "Ngày Giải phóng miền Nam, thống nhất đất nước",
                                                       "Ngày Chiến thắng Điện Biên Phủ",
                                                       "Ngày sinh Chủ tịch Hồ Chí Minh",
                                                       "Ngày Cách mạng Tháng Tám",
                                                       "Quốc khánh"};
  return is_any_of(date, great_days);
}

std::vector<std::string> observance_names() {
  using namespace std::chrono;
  std::vector<std::string> names;
  // Two years after the youngest observance, so that every feast is met.
  for (sys_days day = 2027y / January / 1; day < sys_days(2029y / January / 1); day += days(1)) {
    for (auto& name : observances(day)) {
      if (std::ranges::find(names, name) == names.end()) names.push_back(std::move(name));
    }
  }
  return names;
}

}  // namespace lobby::calendar
