#include "config/written_day.h"

#include <array>
#include <charconv>
#include <utility>

namespace lobby::config {

namespace {

/// A year of two figures is a slip, not the first century.
std::optional<Date> date_of(std::string_view day, std::string_view month, std::string_view year) {
  const auto y = figures(year, 4, 4);
  const auto m = figures(month, 1, 2);
  const auto d = figures(day, 1, 2);
  if (!y || !m || !d || *y == 0) return std::nullopt;
  return Date{std::chrono::year(*y), std::chrono::month(static_cast<unsigned>(*m)),
              std::chrono::day(static_cast<unsigned>(*d))};
}

/// The two numbers of «20/11».
std::optional<std::pair<int, int>> parse_day_and_month(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  const auto day = figures(text.substr(0, slash), 1, 2);
  const auto month = figures(text.substr(slash + 1), 1, 2);
  return day && month ? std::optional(std::pair(*day, *month)) : std::nullopt;
}

}  // namespace

std::optional<int> figures(std::string_view text, std::size_t least, std::size_t most) {
  const bool right_length = text.size() >= least && text.size() <= most;
  if (!right_length || text.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

std::optional<Date> parse_written_date(std::string_view text) {
  const std::string_view separator = text.find('/') == std::string_view::npos ? "-" : "/";
  const std::size_t first = text.find(separator);
  const std::size_t second = text.find(separator, first + 1);
  if (first == std::string_view::npos || second == std::string_view::npos) return std::nullopt;
  const std::array<std::string_view, 3> parts{text.substr(0, first), text.substr(first + 1, second - first - 1),
                                              text.substr(second + 1)};
  return separator == "/" ? date_of(parts[0], parts[1], parts[2]) : date_of(parts[2], parts[1], parts[0]);
}

std::optional<Date> parse_day(std::string_view text) {
  const auto date = parse_written_date(text);
  return date && date->ok() ? date : std::nullopt;
}

std::optional<int> parse_year(std::string_view text) {
  const auto year = figures(text, 4, 4);
  return year && *year > 0 ? year : std::nullopt;
}

std::optional<std::chrono::month_day> parse_month_day(std::string_view text) {
  const auto numbers = parse_day_and_month(text);
  if (!numbers) return std::nullopt;
  const std::chrono::month_day day{std::chrono::month(static_cast<unsigned>(numbers->second)),
                                   std::chrono::day(static_cast<unsigned>(numbers->first))};
  return day.ok() ? std::optional(day) : std::nullopt;
}

std::optional<calendar::LunarDay> parse_lunar_day(std::string_view text) {
  const auto numbers = parse_day_and_month(text);
  if (!numbers) return std::nullopt;
  const auto [day, month] = *numbers;
  const bool exists = day >= 1 && day <= 30 && month >= 1 && month <= 12;
  return exists ? std::optional(calendar::LunarDay{day, month}) : std::nullopt;
}

}  // namespace lobby::config
