#include <iostream>
#include <optional>

#include "app/commands.h"
#include "base/format.h"
#include "base/local_time.h"
#include "base/log.h"
#include "calendar/dates.h"
#include "calendar/lunar.h"
#include "calendar/solar_term.h"
#include "config/written_day.h"
#include "host/exit_status.h"

namespace lobby::app {

namespace {

// Written by hand, for a JSON library takes ten times as long as the calendar; nothing needs to be escaped, for every
// text is the calendar's own.

/// `hour` is given where the question had a time of day.
std::string lunar_json(Date date, std::optional<std::chrono::hours> hour) {
  const auto lunar = calendar::lunar_date(date);
  if (!lunar) return "null";
  return format(R"({{"day":{},"month":{},"leap":{},"year":{},"year_name":"{}","text":"{}","month_name":"{}",)"
                R"("day_name":"{}"{}}})",
                lunar->day, lunar->month, lunar->leap, lunar->year, calendar::year_name(lunar->year),
                calendar::in_words(*lunar), calendar::month_name(*lunar), calendar::day_name(date),
                hour ? format(R"(,"hour_name":"{}")", calendar::hour_name(date, *hour)) : std::string());
}

std::string observances_json(Date date) {
  std::string json;
  for (const std::string& name : calendar::observances(date)) {
    json += format(R"({}"{}")", json.empty() ? "" : ",", name);
  }
  return json;
}

std::string solar_term_json(Date date) {
  const auto term = calendar::solar_term(date);
  if (!term) return {};
  return format(R"(,"solar_term":"{}","solar_term_since":"{}")", term->name(), iso8601(term->first_day));
}

/// Years are written with four digits, and there was none before the first: the year 1 BC came before it.
bool has_year(Date date) { return date.year() >= std::chrono::year(1) && date.year() <= std::chrono::year(9999); }

struct Question {
  Date date;
  std::optional<std::chrono::hours> hour;
};

/// A day as a config has it, or ISO 8601.
Result<Question> parse_question(const std::string& text) {
  constexpr std::size_t length_without_time = 10;
  if (const auto day = config::parse_written_date(text)) {
    if (!day->ok()) return fail(ErrorKind::invalid, why_impossible(*day));
    return Question{*day, std::nullopt};
  }
  const auto time = parse_iso8601(text, TimeZone());
  if (!time) return std::unexpected(time.error());
  const auto [date, hour, minute, second] = TimeZone().local(*time);
  if (!has_year(date)) {
    return fail(ErrorKind::invalid,
                format("'{}' lies in no year from 0001 to 9999; write a date such as 2024-07-24", text));
  }
  return Question{date, text.size() > length_without_time ? std::optional(hour) : std::nullopt};
}

/// Otherwise null would leave open whether the day has no lunar date or the player does not know it.
void explain_missing_tables(Date date) {
  if (date >= calendar::first_known_day && date <= calendar::last_known_day) return;
  log::warning("{} has neither lunar date nor solar term here: the tables cover {} to {}", iso8601(date),
               iso8601(calendar::first_known_day), iso8601(calendar::last_known_day));
}

/// A column of a table, or a line of a file, often has blanks around it.
std::string without_blanks_around(const std::string& text) {
  constexpr const char* blanks = " \t\r";
  const auto begin = text.find_first_not_of(blanks);
  return begin == std::string::npos ? text : text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

/// False, after a message, for what is no date.
bool print_date(const std::string& text) {
  const auto question = parse_question(without_blanks_around(text));
  if (!question) {
    log::error("{}", question.error().message);
    return false;
  }
  const Date date = question->date;
  std::cout << format(R"({{"date":"{}","text":"{}","lunar":{},"observances":[{}]{}}})", iso8601(date),
                      calendar::with_weekday(date), lunar_json(date, question->hour), observances_json(date),
                      solar_term_json(date))
            << '\n';
  explain_missing_tables(date);
  return true;
}

/// Who asks line by line gets each answer before the next question; who sends many waits for no write in between.
bool print_dates_of_input() {
  std::cin.tie(nullptr);
  bool all_good = true;
  for (std::string line; std::getline(std::cin, line);) {
    if (line.find_first_not_of(" \t\r") != std::string::npos) all_good = print_date(line) && all_good;
    if (std::cin.rdbuf()->in_avail() <= 0) std::cout.flush();
  }
  return all_good;
}

}  // namespace

int calendar(const std::vector<std::string>& dates) {
  std::ios::sync_with_stdio(false);
  if (dates.empty()) return print_date(iso8601(TimeZone().local(SystemClock().wall()).date)) ? 0 : 1;
  bool all_good = true;
  for (const auto& text : dates) {
    const bool good = text == "-" ? print_dates_of_input() : print_date(text);
    all_good = good && all_good;
  }
  return all_good ? 0 : host::usage_error;
}

}  // namespace lobby::app
