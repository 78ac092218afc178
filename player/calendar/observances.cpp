#include <optional>
#include <utility>

#include "calendar/dates.h"
#include "calendar/lunar.h"
#include "calendar/solar_term.h"

namespace lobby::calendar {
namespace {

struct SolarObservance {
  unsigned day;
  unsigned month;
  int first_year;  ///< The year of the event or of the act that made the day; 0 where there is none.
  const char* name;
};

// Public holidays: Bộ luật Lao động 2019 (45/2019/QH14), Điều 112. Great days: Nghị định 145/2013/NĐ-CP, Điều 4.
// Where both name a day, the one that says what happened; 2 September by the short name of Điều 112.
constexpr SolarObservance solar_observances[] = {
    {1, 1, 0, "Tết Dương lịch"},                                     // Điều 112
    {3, 2, 1930, "Ngày thành lập Đảng Cộng sản Việt Nam"},           // Điều 4, 2
    {30, 4, 1975, "Ngày Giải phóng miền Nam, thống nhất đất nước"},  // Điều 4, 4; «Ngày Chiến thắng» in Điều 112
    {1, 5, 1886, "Ngày Quốc tế lao động"},                           // Điều 112; of the strike in Chicago
    {7, 5, 1954, "Ngày Chiến thắng Điện Biên Phủ"},                  // Điều 4, 5
    {19, 5, 1890, "Ngày sinh Chủ tịch Hồ Chí Minh"},                 // Điều 4, 6
    {19, 8, 1945, "Ngày Cách mạng Tháng Tám"},                       // Điều 4, 7
    {2, 9, 1945, "Quốc khánh"},                                      // Điều 112; Điều 4, 7
    {24, 11, 2026, "Ngày Văn hóa Việt Nam"},                         // Nghị quyết 80-NQ/TW, 7 January 2026
};

struct LunarObservance {
  int day;
  int month;
  int first_year;  ///< As above.
  const char* name;
};

// The five days of Tết begin on the eve or the day before it, as decided each year; the eve and the first three days
// belong to them either way. Names without a source stand in no act; their capitals follow Nghị định 30/2020/NĐ-CP,
// Phụ lục II.
constexpr LunarObservance lunar_observances[] = {
    {1, 1, 0, "Tết Nguyên đán"},  // Điều 4, 1; «Tết Âm lịch» in Điều 112
    {2, 1, 0, "Tết Nguyên đán"},
    {3, 1, 0, "Tết Nguyên đán"},
    {15, 1, 0, "Tết Nguyên tiêu"},
    {3, 3, 0, "Tết Hàn thực"},
    // Điều 112; Điều 4, 3. On this day by order of the Ministry of Rites of 25 July 1917; a public holiday since Luật
    // 84/2007/QH11 of 2 April 2007.
    {10, 3, 1918, "Ngày Giỗ Tổ Hùng Vương"},
    {15, 4, 0, "Lễ Phật đản"},
    {5, 5, 0, "Tết Đoan ngọ"},
    {15, 7, 0, "Lễ Vu lan"},
    {15, 8, 0, "Tết Trung thu"},
    {9, 9, 0, "Tết Trùng cửu"},
    {15, 10, 0, "Tết Hạ nguyên"},
    {23, 12, 0, "Ngày Ông Công, Ông Táo"},
};

std::vector<std::string> solar_names(Date date) {
  std::vector<std::string> names;
  for (const SolarObservance& observance : solar_observances) {
    if (date.day() == std::chrono::day(observance.day) && date.month() == std::chrono::month(observance.month) &&
        date.year() >= std::chrono::year(observance.first_year)) {
      names.emplace_back(observance.name);
    }
  }
  return names;
}

bool is_eve_of_tet(Date date) {
  const auto today = lunar_date(date);
  const auto tomorrow = lunar_date(Date(std::chrono::sys_days(date) + std::chrono::days(1)));
  // The last known day is the eve of a year that is not known.
  return today && today->month == 12 && (!tomorrow || tomorrow->month == 1);
}

bool is_thanh_minh(Date date) {
  const auto term = solar_term(date);
  return term && term->longitude == 15 && term->first_day == date;
}

std::optional<std::string> lunar_name(const LunarDate& lunar) {
  for (const LunarObservance& observance : lunar_observances) {
    // A leap month repeats the number of a month, not its feasts.
    if (lunar.day == observance.day && lunar.month == observance.month && !lunar.leap &&
        lunar.year >= observance.first_year) {
      return observance.name;
    }
  }
  // Incense is offered on both, leap month or not; where they are a feast, its name says more.
  if (lunar.day == 1 || lunar.day == 15) return day_and_month(lunar);
  return std::nullopt;
}

}  // namespace

std::vector<std::string> observances(Date date) {
  std::vector<std::string> names = solar_names(date);
  if (is_eve_of_tet(date)) names.emplace_back("Giao thừa");
  if (is_thanh_minh(date)) names.emplace_back("Tết Thanh minh");
  if (const auto lunar = lunar_date(date)) {
    if (auto name = lunar_name(*lunar)) names.push_back(std::move(*name));
  }
  return names;
}

}  // namespace lobby::calendar
