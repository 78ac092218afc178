#include "content/dates.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "base/local_time.h"
#include "content/ascii.h"
#include "content/date_tokens.h"

namespace lobby::content {

namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

/// Reads what it recognises and crosses it out, so that a year is not taken for a time, nor a zone for a word.
class DateReader {
 public:
  explicit DateReader(std::string_view text) : tokens_(date_tokens(text)) {}

  std::optional<WallTime> moment() {
    if (!find_date()) return std::nullopt;
    find_time();
    const seconds offset = zone().value_or(hours(7));
    return std::chrono::sys_days(date_) + time_ - offset;
  }

 private:
  using Token = DateToken;
  using Kind = Token::Kind;

  const Token& at(std::size_t index) const {
    static const Token none{Kind::sign, ""};
    return index < tokens_.size() ? tokens_[index] : none;
  }
  bool number(std::size_t index, std::size_t least, std::size_t most) const {
    const Token& token = at(index);
    return token.kind == Kind::number && token.text.size() >= least && token.text.size() <= most;
  }
  bool word(std::size_t index, std::string_view text) const {
    return at(index).kind == Kind::word && at(index).text == text;
  }
  bool sign(std::size_t index, std::string_view any_of) const {
    const Token& token = at(index);
    return token.kind == Kind::sign && !token.text.empty() && any_of.find(token.text) != any_of.npos;
  }

  /// RFC 2822 §4.3: two digits are years from 1950 to 2049.
  static int full_year(const Token& token) {
    if (token.text.size() > 2) return token.value;
    return token.value + (token.value < 50 ? 2000 : 1900);
  }

  bool accept(int year, int month, int day, std::size_t first, std::size_t past) {
    // .NET writes the year 1 and others 1900 for «no date».
    if (year < 1950 || year > 2200 || month < 1 || day < 1) return false;
    const Date date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                    std::chrono::day(static_cast<unsigned>(day))};
    if (!date.ok()) return false;
    date_ = date;
    tokens_.erase(tokens_.begin() + static_cast<std::ptrdiff_t>(first),
                  tokens_.begin() + static_cast<std::ptrdiff_t>(std::min(past, tokens_.size())));
    time_from_ = first;
    return true;
  }

  bool find_date() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (year_first(i) || part_of_year(i) || digits_only(i) || numeric(i) || day_first(i) || month_first(i)) {
        return true;
      }
    }
    return false;
  }

  bool year_first(std::size_t i) {
    return number(i, 4, 4) && sign(i + 1, "-/.") && number(i + 2, 1, 2) && sign(i + 3, "-/.") && number(i + 4, 1, 2) &&
           accept(at(i).value, at(i + 2).value, at(i + 4).value, i, i + 5);
  }

  bool digits_only(std::size_t i) {
    if (!number(i, 8, 8) && !number(i, 14, 14)) return false;
    const std::string digits = at(i).text;
    const auto part = [&digits](std::size_t from, std::size_t count) { return std::stoi(digits.substr(from, count)); };
    if (!accept(part(0, 4), part(4, 2), part(6, 2), i, i + 1)) return false;
    if (digits.size() == 14) set_time(part(8, 2), part(10, 2), part(12, 2));
    return true;
  }

  bool numeric(std::size_t i) {
    if (!number(i, 1, 2) || !sign(i + 1, "/-.") || !number(i + 2, 1, 2) || !sign(i + 3, "/-.")) return false;
    // «24/07/24» is a date where it is written out; «1/2/24» may be anything.
    const bool short_year = number(i, 2, 2) && number(i + 2, 2, 2) && number(i + 4, 2, 2) && sign(i + 1, "/");
    if (at(i + 1).text != at(i + 3).text || !(number(i + 4, 4, 4) || short_year)) return false;
    const int first = at(i).value;
    const int second = at(i + 2).value;
    const int year = full_year(at(i + 4));
    return accept(year, second, first, i, i + 5) || (second > 12 && accept(year, first, second, i, i + 5));
  }

  /// ISO 8601 without a day of a month: «2024-W30-3», «2024-206», and «2024-07» where nothing else stands.
  bool part_of_year(std::size_t i) {
    if (!number(i, 4, 4) || !sign(i + 1, "-")) return false;
    const int value = at(i).value;
    if (word(i + 2, "w") && number(i + 3, 2, 2)) {
      const bool day = sign(i + 4, "-") && number(i + 5, 1, 1);
      return accept_week(value, at(i + 3).value, day ? at(i + 5).value : 1, i, day ? i + 6 : i + 4);
    }
    const bool alone = i == 0 && tokens_.size() == 3;
    if (alone && number(i + 2, 2, 2)) return accept(value, at(i + 2).value, 1, i, i + 3);
    return number(i + 2, 3, 3) && (alone || word(i + 3, "t")) && accept_day_of_year(value, at(i + 2).value, i, i + 3);
  }

  bool accept_day(std::chrono::sys_days days, std::size_t first, std::size_t past) {
    const Date date(days);
    return accept(int(date.year()), static_cast<int>(unsigned(date.month())), static_cast<int>(unsigned(date.day())),
                  first, past);
  }

  /// Week 1 is the one with 4 January in it; days count from Monday.
  bool accept_week(int year, int week, int day, std::size_t first, std::size_t past) {
    if (week < 1 || week > 53 || day < 1 || day > 7) return false;
    const std::chrono::sys_days fourth = std::chrono::year(year) / std::chrono::January / 4;
    const std::chrono::sys_days monday = fourth - (std::chrono::weekday(fourth) - std::chrono::Monday);
    return accept_day(monday + std::chrono::days(7 * (week - 1) + day - 1), first, past);
  }

  bool accept_day_of_year(int year, int day, std::size_t first, std::size_t past) {
    const std::chrono::sys_days new_year = std::chrono::year(year) / std::chrono::January / 1;
    if (day < 1 || day > (std::chrono::year(year).is_leap() ? 366 : 365)) return false;
    return accept_day(new_year + std::chrono::days(day - 1), first, past);
  }

  /// «24 Jul 2024», «24-Jul-24», «24 tháng 7 năm 2024», «24 Tháng Bảy, 2024».
  bool day_first(std::size_t i) {
    if (!number(i, 1, 2)) return false;
    const std::size_t name = i + 1 + (sign(i + 1, "-./") ? 1 : 0);
    const auto month = month_at(tokens_, name);
    if (!month) return false;
    std::size_t year = name + month->size;
    if (sign(year, "-./,") || word(year, "năm")) ++year;
    const bool english = month->size == 1;  // «24 tháng 7, 08 giờ» names no year.
    return (number(year, 4, 4) || (english && number(year, 2, 2))) &&
           accept(full_year(at(year)), month->month, at(i).value, i, year + 1);
  }

  /// «Jul 24, 2024», «Jul 24 08:15:00 ICT 2024», «Tháng Bảy 24, 2024».
  bool month_first(std::size_t i) {
    const auto month = month_at(tokens_, i);
    if (!month) return false;
    const std::size_t day = i + month->size + (sign(i + month->size, ".") ? 1 : 0);
    if (!number(day, 1, 2)) return false;
    for (std::size_t year = day + 1; year < day + 12; ++year) {
      if (!number(year, 4, 4) || sign(year - 1, "+-")) continue;
      const int value = at(year).value;
      tokens_.erase(tokens_.begin() + static_cast<std::ptrdiff_t>(year));
      return accept(value, month->month, at(day).value, i, day + 1);
    }
    return false;
  }

  bool set_time(int hour, int minute, int second) {
    if (hour > 24 || minute > 59 || second > 60) return false;
    time_ = hours(hour) + minutes(minute) + seconds(std::min(second, 59));
    return true;
  }

  /// Looks behind the date first: «15:04 | 24/07/2024 08:15» does not occur, but counters before a date do.
  void find_time() {
    for (std::size_t i = time_from_; i < tokens_.size(); ++i) {
      if (time_at(i)) return;
    }
    for (std::size_t i = 0; i < time_from_; ++i) {
      if (time_at(i)) return;
    }
  }

  bool time_at(std::size_t i) {
    const bool hour_word = word(i + 1, "h") || word(i + 1, "g") || word(i + 1, "giờ");
    const bool basic = i > 0 && word(i - 1, "t") && (number(i, 6, 6) || number(i, 4, 4));
    if (basic) {
      const int value = number(i, 4, 4) ? at(i).value * 100 : at(i).value;
      zone_from_ = i + 1;
      return set_time(value / 10000, value / 100 % 100, value % 100);
    }
    if (!number(i, 1, 2) || !(sign(i + 1, ":") || hour_word)) return false;
    if (!number(i + 2, 1, 2)) {
      zone_from_ = i + 2;
      return hour_word && set_time(at(i).value, 0, 0);
    }
    const bool with_seconds = sign(i + 3, ":") && number(i + 4, 1, 2);
    zone_from_ = i + (with_seconds ? 5 : 3);
    if (with_seconds && sign(zone_from_, ".,") && at(zone_from_ + 1).kind == Kind::number &&
        !at(zone_from_ + 1).spaced) {
      zone_from_ += 2;
    }
    return set_time(half_day(at(i).value), at(i + 2).value, with_seconds ? at(i + 4).value : 0);
  }

  /// «8:15 PM», «8:15 CH» (chiều).
  int half_day(int hour) const {
    const bool afternoon = word(zone_from_, "pm") || word(zone_from_, "ch") || word(zone_from_, "chiều");
    const bool morning = word(zone_from_, "am") || word(zone_from_, "sa");
    if (afternoon && hour < 12) return hour + 12;
    return morning && hour == 12 ? 0 : hour;
  }

  /// The single letters of RFC 822 §5.1. RFC 2822 §4.3 found that senders mix up their signs and takes them for UTC.
  /// «8:15 h» and «8:15 g» are Vietnamese hours.
  bool military_zone(std::size_t i) const {
    const Token& token = at(i);
    return i + 1 == tokens_.size() && token.spaced && token.text.size() == 1 && token.text != "h" && token.text != "g";
  }

  std::optional<seconds> zone() const {
    if (zone_from_ == 0) return std::nullopt;
    const std::size_t last = std::min(zone_from_ + 3, tokens_.size());
    for (std::size_t i = zone_from_; i < last; ++i) {
      if (const auto offset = numeric_zone(i)) return offset;
      if (at(i).kind != Kind::word) continue;
      if (const auto named = named_zone(at(i).text)) return spaced_zone(i + 1).value_or(*named);
      if (military_zone(i)) return seconds(0);
    }
    return std::nullopt;
  }

  /// «GMT + 7» as readers write it.
  std::optional<seconds> spaced_zone(std::size_t i) const {
    const bool spaced = sign(i, "+") && number(i + 1, 1, 2) && at(i + 1).spaced && at(i + 1).value <= 14;
    return spaced ? hours(at(i + 1).value) : numeric_zone(i);
  }

  /// «+0700», «+07:00», «+7».
  std::optional<seconds> numeric_zone(std::size_t i) const {
    if (!sign(i, "+-") || at(i + 1).kind != Kind::number || at(i + 1).spaced) return std::nullopt;
    const int direction = at(i).text == "-" ? -1 : 1;
    const int value = at(i + 1).value;
    const bool joined = number(i + 1, 3, 4);
    if (!joined && !number(i + 1, 1, 2)) return std::nullopt;
    const int hour = joined ? value / 100 : value;
    const bool pair = !joined && sign(i + 2, ":") && number(i + 3, 2, 2);
    const int minute = joined ? value % 100 : (pair ? at(i + 3).value : 0);
    if (hour > 14 || minute > 59) return std::nullopt;
    return direction * (hours(hour) + minutes(minute));
  }

  std::vector<Token> tokens_;
  Date date_{};
  seconds time_{};
  std::size_t time_from_ = 0;
  std::size_t zone_from_ = 0;  ///< 0: no time was found, so no zone is looked for.
};

/// Seconds or milliseconds since 1970 alone, or as «/Date(1721783700000)/» of ASP.NET. A telephone number starts with
/// 0.
std::optional<WallTime> unix_time(std::string_view text) {
  if (text.starts_with("/Date(")) text = text.substr(6, text.find_first_of("+-)", 6) - 6);
  if ((text.size() != 10 && text.size() != 13) || text.front() == '0' || !std::ranges::all_of(text, is_digit)) {
    return std::nullopt;
  }
  const WallTime time{seconds(std::stoll(std::string(text.substr(0, 10))))};
  return time < std::chrono::sys_days(std::chrono::year(2100) / 1 / 1) ? std::optional(time) : std::nullopt;
}

}  // namespace

std::optional<WallTime> parse_date(std::string_view text) {
  const auto beginning = trimmed(text.substr(0, 160));
  const auto since_1970 = unix_time(beginning);
  return since_1970 ? since_1970 : DateReader(beginning).moment();
}

}  // namespace lobby::content
