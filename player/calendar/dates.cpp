#include "calendar/dates.h"

#include <array>

#include "base/format.h"

namespace lobby::calendar {
namespace {

std::string day_in_words(Date date) { return format("ngày {:02}", static_cast<unsigned>(date.day())); }

/// Only the months that another figure could be put before.
std::string month_in_words(Date date) {
  const auto month = static_cast<unsigned>(date.month());
  return format("tháng {}{}", month <= 2 ? "0" : "", month);
}

std::string year_in_words(Date date) { return format("năm {}", static_cast<int>(date.year())); }

}  // namespace

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

std::string in_words(Date date) {
  return format("{} {} {}", day_in_words(date), month_in_words(date), year_in_words(date));
}

std::string relative(Date date, Date today) {
  const auto days_ahead = std::chrono::sys_days(date) - std::chrono::sys_days(today);
  if (days_ahead == std::chrono::days(0)) return "Hôm nay";
  if (days_ahead == std::chrono::days(-1)) return "Hôm qua";
  if (days_ahead == std::chrono::days(1)) return "Ngày mai";
  return in_figures(date);
}

std::string range(Date first, Date last) { return format("{} – {}", unpadded(first), unpadded(last)); }

std::string range_in_words(Date first, Date last) {
  if (first == last) return in_words(first);
  std::string from = day_in_words(first);
  if (first.year() != last.year()) {
    from = in_words(first);
  } else if (first.month() != last.month()) {
    from += format(" {}", month_in_words(first));
  }
  return format("từ {} đến {}", from, in_words(last));
}

std::string time_in_figures(std::chrono::hours hour, std::chrono::minutes minute) {
  return format("{:02}:{:02}", hour.count(), minute.count());
}

std::string time_in_words(std::chrono::hours hour, std::chrono::minutes minute) {
  if (minute.count() == 0) return format("{} giờ", hour.count());
  return format("{} giờ {:02}", hour.count(), minute.count());
}

}  // namespace lobby::calendar
