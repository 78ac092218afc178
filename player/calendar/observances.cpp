#include "calendar/dates.h"
#include "calendar/lunar.h"

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
    {1, 5, 1890, "Ngày Quốc tế lao động"},                           // Điều 112
    {7, 5, 1954, "Ngày Chiến thắng Điện Biên Phủ"},                  // Điều 4, 5
    {19, 5, 1890, "Ngày sinh Chủ tịch Hồ Chí Minh"},                 // Điều 4, 6
    {19, 8, 1945, "Ngày Cách mạng Tháng Tám"},                       // Điều 4, 7
    {2, 9, 1945, "Quốc khánh"},                                      // Điều 112; Điều 4, 7
    {24, 11, 2026, "Ngày Văn hóa Việt Nam"},                         // Nghị quyết 80-NQ/TW, 7 January 2026
};

struct LunarObservance {
  int day;
  int month;
  const char* name;
};

// The five days of Tết begin on the eve or the day before it, as decided each year; the eve and the first three days
// belong to them either way. Names without a source stand in no act; their capitals follow Nghị định 30/2020/NĐ-CP,
// Phụ lục II.
constexpr LunarObservance lunar_observances[] = {
    {1, 1, "Tết Nguyên đán"},  // Điều 4, 1; «Tết Âm lịch» in Điều 112
    {2, 1, "Tết Nguyên đán"},
    {3, 1, "Tết Nguyên đán"},
    {15, 1, "Tết Nguyên tiêu"},
    {3, 3, "Tết Hàn thực"},
    {10, 3, "Ngày Giỗ Tổ Hùng Vương"},  // Điều 112; Điều 4, 3
    {15, 4, "Lễ Phật đản"},
    {5, 5, "Tết Đoan ngọ"},
    {15, 7, "Lễ Vu lan"},
    {15, 8, "Tết Trung thu"},
    {23, 12, "Ngày Ông Công, Ông Táo"},
};

bool is_eve_of_tet(Date date) {
  const auto tomorrow = lunar_date(Date(std::chrono::sys_days(date) + std::chrono::days(1)));
  return tomorrow && tomorrow->day == 1 && tomorrow->month == 1 && !tomorrow->leap;
}

}  // namespace

std::vector<std::string> observances(Date date) {
  std::vector<std::string> names;
  for (const SolarObservance& observance : solar_observances) {
    if (date.day() == std::chrono::day(observance.day) && date.month() == std::chrono::month(observance.month) &&
        date.year() >= std::chrono::year(observance.first_year)) {
      names.emplace_back(observance.name);
    }
  }
  if (is_eve_of_tet(date)) names.emplace_back("Giao thừa");
  const auto lunar = lunar_date(date);
  // A leap month repeats the number of a month, not its feasts.
  if (!lunar || lunar->leap) return names;
  for (const LunarObservance& observance : lunar_observances) {
    if (lunar->day == observance.day && lunar->month == observance.month) names.emplace_back(observance.name);
  }
  return names;
}

}  // namespace lobby::calendar
