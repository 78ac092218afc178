#include "config/occasions.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

#include "base/format.h"
#include "config/reader.h"

namespace lobby::config {

namespace {

constexpr std::size_t most_entries = 1000;

std::optional<int> figures(std::string_view text, std::size_t least, std::size_t most) {
  const bool right_length = text.size() >= least && text.size() <= most;
  if (!right_length || text.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

/// A year of two figures is a slip, not the first century.
std::optional<Date> date_of(std::string_view day, std::string_view month, std::string_view year) {
  const auto y = figures(year, 4, 4);
  const auto m = figures(month, 1, 2);
  const auto d = figures(day, 1, 2);
  if (!y || !m || !d) return std::nullopt;
  const Date date{std::chrono::year(*y), std::chrono::month(static_cast<unsigned>(*m)),
                  std::chrono::day(static_cast<unsigned>(*d))};
  return date.ok() && *y > 0 ? std::optional(date) : std::nullopt;
}

/// «12/7/1946» as on banners, or «1946-07-12».
std::optional<Date> parse_day(std::string_view text) {
  const std::string_view separator = text.find('/') == std::string_view::npos ? "-" : "/";
  const std::size_t first = text.find(separator);
  const std::size_t second = text.find(separator, first + 1);
  if (first == std::string_view::npos || second == std::string_view::npos) return std::nullopt;
  const std::array<std::string_view, 3> parts{text.substr(0, first), text.substr(first + 1, second - first - 1),
                                              text.substr(second + 1)};
  return separator == "/" ? date_of(parts[0], parts[1], parts[2]) : date_of(parts[2], parts[1], parts[0]);
}

calendar::Window read_window(const Node& node, Report& report) {
  const MapReader map(node, "'window'", {"before", "after"}, report);
  calendar::Window window;
  map.read("before", whole_number(0, 60), window.days_before);
  map.read("after", whole_number(0, 60), window.days_after);
  return window;
}

calendar::Anniversary read_anniversary(const Node& node, Report& report) {
  const MapReader map(node, "an entry of 'anniversaries'", {"name", "since", "tone", "window", "motto"}, report);
  calendar::Anniversary anniversary;
  map.require("name", screen_text(1, 200), anniversary.name);
  map.require("since", Scalar<Date>{"a day of the calendar such as 12/7/1946 or 1946-07-12", parse_day},
              anniversary.since);
  map.read(
      "tone",
      choice<calendar::Tone>({{"celebration", calendar::Tone::celebration}, {"memorial", calendar::Tone::memorial}}),
      anniversary.tone);
  if (const Node* window = map.find("window")) anniversary.window = read_window(*window, report);
  map.read("motto", screen_text(0, 200), anniversary.motto);
  return anniversary;
}

Scalar<WallTime> start_time(const TimeZone& zone) {
  return {"a date or a date and time such as 2024-07-24 or 2024-07-24T08:00",
          [=](std::string_view text) -> std::optional<WallTime> {
            const auto time = parse_iso8601(text, zone);
            return time ? std::optional(*time) : std::nullopt;
          }};
}

/// Who writes «until: 2024-07-24» means to see the notice on that day.
Scalar<WallTime> end_time(const TimeZone& zone) {
  Scalar<WallTime> scalar = start_time(zone);
  scalar.parse = [parse = scalar.parse](std::string_view text) -> std::optional<WallTime> {
    const auto time = parse(text);
    const bool only_a_date = text.size() == std::string_view("2024-07-24").size();
    return time && only_a_date ? std::optional<WallTime>(*time + std::chrono::days(1)) : time;
  };
  return scalar;
}

Notice read_notice(const Node& node, const TimeZone& zone, Report& report) {
  const MapReader map(node, "an entry of 'notices'", {"text", "detail", "from", "until", "urgent"}, report);
  Notice notice;
  map.require("text", screen_text(1, 300), notice.text);
  map.read("detail", screen_text(0, 1000), notice.detail);
  map.read("from", start_time(zone), notice.from);
  map.read("until", end_time(zone), notice.until);
  map.read("urgent", truth(), notice.urgent);
  if (notice.from && notice.until && *notice.until <= *notice.from) {
    report.error(map.place("until"), "'until' must be after 'from'");
  }
  return notice;
}

/// The entries of a list that is not longer than anything a person would keep up to date.
std::span<const Node> bounded_list(const Node& node, std::string_view what, Report& report) {
  const auto entries = read_list(node, what, report);
  if (entries.size() <= most_entries) return entries;
  report.error(entries[most_entries].at, format("{} has more than {} entries", what, most_entries));
  return entries.first(most_entries);
}

}  // namespace

std::vector<calendar::Anniversary> read_anniversaries(const Node& node, Report& report) {
  std::vector<calendar::Anniversary> anniversaries;
  for (const Node& entry : bounded_list(node, "'anniversaries'", report)) {
    anniversaries.push_back(read_anniversary(entry, report));
  }
  return anniversaries;
}

std::vector<Notice> read_notices(const Node& node, const TimeZone& zone, Report& report) {
  std::vector<Notice> notices;
  for (const Node& entry : bounded_list(node, "'notices'", report)) {
    notices.push_back(read_notice(entry, zone, report));
  }
  return notices;
}

}  // namespace lobby::config
