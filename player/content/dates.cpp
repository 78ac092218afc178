#include "content/dates.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "base/local_time.h"
#include "content/ascii.h"

namespace lobby::content {

namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

/// A run of digits, a run of letters (any byte above ASCII counts as one), or a single sign.
struct Token {
  enum class Kind { number, word, sign } kind;
  std::string text;     ///< Words in lower case.
  int value = 0;        ///< Of a number, at most 14 digits of which the first 9 count.
  bool spaced = false;  ///< White space stands before it.
};

bool is_word_byte(char c) { return is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80; }

Token token_at(std::string_view text, std::size_t at) {
  const auto run = [&](auto belongs) {
    std::size_t end = at;
    while (end < text.size() && belongs(text[end])) ++end;
    return lower_ascii(text.substr(at, end - at));
  };
  if (is_digit(text[at])) {
    Token token{Token::Kind::number, run(is_digit)};
    for (const char c : token.text.substr(0, 9)) token.value = token.value * 10 + (c - '0');
    return token;
  }
  if (is_word_byte(text[at])) return {Token::Kind::word, run(is_word_byte)};
  return {Token::Kind::sign, std::string(1, text[at])};
}

std::vector<Token> tokens(std::string_view text) {
  std::vector<Token> found;
  bool spaced = false;
  for (std::size_t at = 0; at < text.size();) {
    if (is_ascii_space(text[at]) || text.substr(at).starts_with("\u00A0")) {
      at += is_ascii_space(text[at]) ? 1 : 2;
      spaced = true;
      continue;
    }
    found.push_back(token_at(text, at));
    found.back().spaced = std::exchange(spaced, false);
    at += found.back().text.size();
  }
  return found;
}

/// Reads what it recognises and crosses it out, so that a year is not taken for a time, nor a zone for a word.
class DateReader {
 public:
  explicit DateReader(std::string_view text) : tokens_(tokens(text)) {}

  std::optional<WallTime> moment() {
    if (!find_date()) return std::nullopt;
    find_time();
    const seconds offset = zone().value_or(hours(7));
    return std::chrono::sys_days(date_) + time_ - offset;
  }

 private:
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

  static int month_named(const Token& token) {
    static constexpr std::array<std::string_view, 12> names{"january",   "february", "march",    "april",
                                                            "may",       "june",     "july",     "august",
                                                            "september", "october",  "november", "december"};
    if (token.kind != Kind::word || token.text.size() < 3) return 0;
    for (std::size_t i = 0; i < names.size(); ++i) {
      if (names[i].starts_with(token.text)) return static_cast<int>(i) + 1;
    }
    return 0;
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
      if (year_first(i) || digits_only(i) || numeric(i) || month_in_words(i) || day_in_words(i)) return true;
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
    if (at(i + 1).text != at(i + 3).text || !number(i + 4, 4, 4)) return false;
    const int first = at(i).value;
    const int second = at(i + 2).value;
    const int year = at(i + 4).value;
    return accept(year, second, first, i, i + 5) || (second > 12 && accept(year, first, second, i, i + 5));
  }

  /// «24 Jul 2024», «24-Jul-24», «Jul 24, 2024», «Jul 24 08:15:00 ICT 2024».
  bool month_in_words(std::size_t i) {
    std::size_t next = i + 1 + (sign(i + 1, "-./") ? 1 : 0);
    if (number(i, 1, 2) && month_named(at(next)) > 0) {
      const std::size_t year = next + 1 + (sign(next + 1, "-./,") ? 1 : 0);
      return (number(year, 4, 4) || number(year, 2, 2)) &&
             accept(full_year(at(year)), month_named(at(next)), at(i).value, i, year + 1);
    }
    next = i + 1 + (sign(i + 1, ".") ? 1 : 0);
    if (month_named(at(i)) == 0 || !number(next, 1, 2)) return false;
    for (std::size_t year = next + 1; year < next + 12; ++year) {
      if (!number(year, 4, 4) || sign(year - 1, "+-")) continue;
      const int value = at(year).value;
      tokens_.erase(tokens_.begin() + static_cast<std::ptrdiff_t>(year));
      return accept(value, month_named(at(i)), at(next).value, i, next + 1);
    }
    return false;
  }

  /// «24 tháng 7 năm 2024», «24 Thg 7, 2024».
  bool day_in_words(std::size_t i) {
    const bool month = word(i + 1, "tháng") || word(i + 1, "thÁng") || word(i + 1, "thg") || word(i + 1, "th");
    if (!number(i, 1, 2) || !month || !number(i + 2, 1, 2)) return false;
    const std::size_t year = i + 3 + (word(i + 3, "năm") || sign(i + 3, ",/") ? 1 : 0);
    return number(year, 4, 4) && accept(at(year).value, at(i + 2).value, at(i).value, i, year + 1);
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

  static std::optional<hours> named_zone(std::string_view name) {
    static constexpr std::array<std::pair<std::string_view, int>, 15> zones{{{"ut", 0},
                                                                             {"gmt", 0},
                                                                             {"utc", 0},
                                                                             {"z", 0},
                                                                             {"est", -5},
                                                                             {"edt", -4},
                                                                             {"cst", -6},
                                                                             {"cdt", -5},
                                                                             {"mst", -7},
                                                                             {"mdt", -6},
                                                                             {"pst", -8},
                                                                             {"pdt", -7},
                                                                             {"ict", 7},
                                                                             {"sgt", 8},
                                                                             {"jst", 9}}};
    for (const auto& [zone, hour] : zones) {
      if (zone == name) return hours(hour);
    }
    return std::nullopt;
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
      if (const auto named = named_zone(at(i).text)) return numeric_zone(i + 1).value_or(*named);
      if (military_zone(i)) return seconds(0);
    }
    return std::nullopt;
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

}  // namespace

std::optional<WallTime> parse_date(std::string_view text) { return DateReader(text.substr(0, 160)).moment(); }

}  // namespace lobby::content
