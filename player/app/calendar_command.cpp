#include <iostream>
#include <nlohmann/json.hpp>

#include "app/commands.h"
#include "base/local_time.h"
#include "base/log.h"
#include "calendar/dates.h"
#include "calendar/lunar.h"

namespace lobby::app {

namespace {

std::string iso(Date date) {
  return format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                static_cast<unsigned>(date.day()));
}

nlohmann::ordered_json lunar_json(Date date) {
  const auto lunar = calendar::lunar_date(date);
  if (!lunar) return nullptr;
  nlohmann::ordered_json json;
  json["day"] = lunar->day;
  json["month"] = lunar->month;
  json["leap"] = lunar->leap;
  json["year"] = lunar->year;
  json["year_name"] = calendar::year_name(lunar->year);
  json["text"] = calendar::in_words(*lunar);
  return json;
}

/// False, after a message, for what is no date.
bool print_date(const std::string& text) {
  const auto time = parse_iso8601(text, TimeZone());
  if (!time) {
    log::error("{}", time.error().message);
    return false;
  }
  const Date date = TimeZone().local(*time).date;
  nlohmann::ordered_json json;
  json["date"] = iso(date);
  json["text"] = calendar::with_weekday(date);
  json["lunar"] = lunar_json(date);
  json["observances"] = calendar::observances(date);
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
  return all_good ? 0 : 1;
}

}  // namespace lobby::app
