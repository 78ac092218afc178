#include <iostream>
#include <nlohmann/json.hpp>
#include <optional>

#include "app/commands.h"
#include "app/exit_status.h"
#include "base/local_time.h"
#include "base/log.h"
#include "calendar/dates.h"
#include "calendar/lunar.h"
#include "calendar/solar_term.h"

namespace lobby::app {

namespace {

std::string iso(Date date) {
  return format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                static_cast<unsigned>(date.day()));
}

/// `hour` is given where the question had a time of day.
nlohmann::ordered_json lunar_json(Date date, std::optional<std::chrono::hours> hour) {
  const auto lunar = calendar::lunar_date(date);
  if (!lunar) return nullptr;
  nlohmann::ordered_json json;
  json["day"] = lunar->day;
  json["month"] = lunar->month;
  json["leap"] = lunar->leap;
  json["year"] = lunar->year;
  json["year_name"] = calendar::year_name(lunar->year);
  json["text"] = calendar::in_words(*lunar);
  json["month_name"] = calendar::month_name(*lunar);
  json["day_name"] = calendar::day_name(date);
  if (hour) json["hour_name"] = calendar::hour_name(date, *hour);
  return json;
}

/// False, after a message, for what is no date.
bool print_date(const std::string& text) {
  constexpr std::size_t length_without_time = 10;
  const auto time = parse_iso8601(text, TimeZone());
  if (!time) {
    log::error("{}", time.error().message);
    return false;
  }
  const LocalTime local = TimeZone().local(*time);
  const bool has_time = text.size() > length_without_time;
  nlohmann::ordered_json json;
  json["date"] = iso(local.date);
  json["text"] = calendar::with_weekday(local.date);
  json["lunar"] = lunar_json(local.date, has_time ? std::optional(local.hour) : std::nullopt);
  json["observances"] = calendar::observances(local.date);
  if (const auto term = calendar::solar_term(local.date)) {
    json["solar_term"] = term->name();
    json["solar_term_since"] = iso(term->first_day);
  }
  std::cout << json.dump() << '\n';
  return true;
}

bool print_dates_of_input() {
  bool all_good = true;
  for (std::string line; std::getline(std::cin, line);) {
    if (line.ends_with('\r')) line.pop_back();
    if (!line.empty()) all_good = print_date(line) && all_good;
  }
  return all_good;
}

}  // namespace

int calendar(const std::vector<std::string>& dates) {
  std::ios::sync_with_stdio(false);
  if (dates.empty()) return print_date(iso(TimeZone().local(SystemClock().wall()).date)) ? 0 : 1;
  bool all_good = true;
  for (const auto& text : dates) {
    const bool good = text == "-" ? print_dates_of_input() : print_date(text);
    all_good = good && all_good;
  }
  return all_good ? 0 : usage_error;
}

}  // namespace lobby::app
