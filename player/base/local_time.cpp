#include "base/local_time.h"

#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "base/format.h"

namespace lobby {

namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

/// Reads fixed-width decimal fields and single characters from the front of a text.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}

  std::optional<int> digits(std::size_t count) {
    if (rest_.size() < count) return std::nullopt;
    int value = 0;
    const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + count, value);
    if (error != std::errc{} || end != rest_.data() + count || rest_[0] == '-') return std::nullopt;
    rest_.remove_prefix(count);
    return value;
  }

  bool accept(std::string_view any_of) {
    if (rest_.empty() || any_of.find(rest_.front()) == std::string_view::npos) return false;
    last_ = rest_.front();
    rest_.remove_prefix(1);
    return true;
  }

  void skip_digits() {
    while (accept("0123456789")) {
    }
  }

  char last() const { return last_; }
  bool done() const { return rest_.empty(); }

 private:
  std::string_view rest_;
  char last_ = '\0';
};

std::optional<seconds> parse_offset(Scanner& scan) {
  if (scan.accept("Zz")) return seconds(0);
  if (!scan.accept("+-")) return std::nullopt;
  const int sign = scan.last() == '-' ? -1 : 1;
  const auto hour = scan.digits(2);
  if (!hour || *hour > 14) return std::nullopt;
  scan.accept(":");
  const int minute = scan.digits(2).value_or(0);
  if (minute > 59) return std::nullopt;
  return sign * (hours(*hour) + minutes(minute));
}

/// Of any day of the month and any month: whether there is such a date is for the caller to look at.
std::optional<Date> parse_date(Scanner& scan) {
  const auto year = scan.digits(4);
  if (!year || !scan.accept("-")) return std::nullopt;
  const auto month = scan.digits(2);
  if (!month || !scan.accept("-")) return std::nullopt;
  const auto day = scan.digits(2);
  if (!day) return std::nullopt;
  return Date{std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
              std::chrono::day(static_cast<unsigned>(*day))};
}

/// The date perhaps an impossible one.
std::optional<LocalTime> parse_local(Scanner& scan) {
  const auto date = parse_date(scan);
  if (!date) return std::nullopt;
  LocalTime time{*date};
  if (!scan.accept("Tt ")) return time;
  const auto hour = scan.digits(2);
  if (!hour || *hour > 23 || !scan.accept(":")) return std::nullopt;
  const auto minute = scan.digits(2);
  if (!minute || *minute > 59) return std::nullopt;
  time.hour = hours(*hour);
  time.minute = minutes(*minute);
  if (scan.accept(":")) {
    const auto second = scan.digits(2);
    if (!second || *second > 60) return std::nullopt;
    time.second = seconds(*second);
    if (scan.accept(".,")) scan.skip_digits();
  }
  return time;
}

}  // namespace

Result<TimeZone> TimeZone::named(std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, int>, 9> zones{{
      {"Asia/Ho_Chi_Minh", 7},
      {"Asia/Saigon", 7},
      {"Asia/Hanoi", 7},
      {"Asia/Bangkok", 7},
      {"Asia/Phnom_Penh", 7},
      {"Asia/Vientiane", 7},
      {"Asia/Jakarta", 7},
      {"Asia/Singapore", 8},
      {"UTC", 0},
  }};
  for (const auto& [zone, hour] : zones) {
    if (zone == name) return TimeZone(hours(hour));
  }
  if (name.starts_with("UTC")) {
    std::string padded(name.substr(3));
    if (padded.size() >= 2 && (padded.size() == 2 || padded[2] == ':')) padded.insert(1, "0");
    Scanner scan(padded);
    const auto offset = parse_offset(scan);
    if (offset && scan.done()) return TimeZone(*offset);
  }
  return fail(ErrorKind::invalid,
              format("unknown time zone '{}'; use Asia/Ho_Chi_Minh or a fixed offset such as UTC+7", name));
}

LocalTime TimeZone::local(WallTime time) const {
  const auto shifted = time + offset_;
  const auto day = std::chrono::floor<std::chrono::days>(shifted);
  const std::chrono::hh_mm_ss clock(shifted - day);
  return {Date(day), clock.hours(), clock.minutes(), clock.seconds()};
}

WallTime TimeZone::wall(const LocalTime& time) const {
  return std::chrono::sys_days(time.date) + time.hour + time.minute + time.second - offset_;
}

std::string why_impossible(Date date) {
  static constexpr std::array names{"January", "February", "March",     "April",   "May",      "June",
                                    "July",    "August",   "September", "October", "November", "December"};
  const int year = static_cast<int>(date.year());
  if (!date.month().ok()) return format("{:04} has no month {}", year, static_cast<unsigned>(date.month()));
  const std::string month = format("{} {:04}", names[static_cast<unsigned>(date.month()) - 1], year);
  const auto last_day = std::chrono::year_month_day_last(date.year() / date.month() / std::chrono::last).day();
  return format("{} {} does not exist: {} has {} days", static_cast<unsigned>(date.day()), month, month,
                static_cast<unsigned>(last_day));
}

Result<WallTime> parse_iso8601(std::string_view text, const TimeZone& zone) {
  Scanner scan(text);
  if (const auto local = parse_local(scan)) {
    const auto offset = scan.done() ? zone.offset() : parse_offset(scan);
    if (offset && scan.done()) {
      if (!local->date.ok()) return fail(ErrorKind::invalid, why_impossible(local->date));
      return zone.wall(*local) + zone.offset() - *offset;
    }
  }
  return fail(ErrorKind::invalid, format("'{}' is not a date and time; write 2024-07-24 or 2024-07-24T08:00", text));
}

std::string iso8601(Date date) {
  return format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                static_cast<unsigned>(date.day()));
}

}  // namespace lobby
