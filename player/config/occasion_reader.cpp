#include "config/occasion_reader.h"

#include <algorithm>
#include <array>
#include <span>

#include "base/format.h"
#include "calendar/holidays.h"
#include "config/written_day.h"

namespace lobby::config {

namespace {

using namespace std::chrono;

constexpr std::size_t most_of_a_rule = 100;

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

/// The two ends of «mon-fri»; of «mon» that day twice. The dash of a typesetter is a dash, too.
std::pair<std::string_view, std::string_view> ends(std::string_view text) {
  for (const std::string_view dash : {std::string_view("-"), std::string_view("–")}) {
    const std::size_t at = text.find(dash);
    if (at != std::string_view::npos) return {trimmed(text.substr(0, at)), trimmed(text.substr(at + dash.size()))};
  }
  return {trimmed(text), trimmed(text)};
}

/// «07:30», «24:00».
std::optional<minutes> parse_clock(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const auto hour = figures(text.substr(0, colon), 1, 2);
  const auto minute = figures(text.substr(colon + 1), 2, 2);
  if (!hour || !minute || *minute > 59) return std::nullopt;
  const minutes time = hours(*hour) + minutes(*minute);
  return time <= 24h ? std::optional(time) : std::nullopt;
}

std::optional<Hours> parse_part_of_day(std::string_view text) {
  const auto [first, last] = ends(text);
  const auto from = parse_clock(first);
  const auto until = parse_clock(last);
  if (!from || !until || *from == 24h) return std::nullopt;
  return Hours{*from, *until};
}

std::optional<Hours> parse_hours(std::string_view text) {
  const auto hours = parse_part_of_day(text);
  return hours && hours->from != hours->until ? hours : std::nullopt;
}

constexpr std::array<std::string_view, 7> weekday_names{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

std::optional<std::vector<weekday>> parse_weekdays(std::string_view text) {
  const auto [first, last] = ends(text);
  const auto from = std::ranges::find(weekday_names, first);
  const auto until = std::ranges::find(weekday_names, last);
  if (from == weekday_names.end() || until == weekday_names.end()) return std::nullopt;
  const auto number = [](auto name) { return weekday(static_cast<unsigned>(name - weekday_names.begin()) + 1); };
  std::vector<weekday> days{number(from)};
  while (days.back() != number(until)) days.push_back(days.back() + std::chrono::days(1));
  return days;
}

using AnyDates = std::variant<DateRange, YearlyRange>;

std::optional<AnyDates> parse_dates(std::string_view text) {
  const auto [first, last] = ends(text);
  if (const auto from = parse_month_day(first), until = parse_month_day(last); from && until) {
    return YearlyRange{*from, *until};
  }
  const auto from = parse_day(first);
  const auto until = parse_day(last);
  return from && until && *from <= *until ? std::optional<AnyDates>(DateRange{*from, *until}) : std::nullopt;
}

std::optional<LunarRange> parse_lunar(std::string_view text) {
  const auto [first, last] = ends(text);
  const auto from = parse_lunar_day(first);
  const auto until = parse_lunar_day(last);
  return from && until ? std::optional(LunarRange{*from, *until}) : std::nullopt;
}

/// That of two ends as `ends` takes them apart; each is a regular expression.
Form form_of_range(std::string_view first, std::string_view last) {
  return form_of_pattern(format("^ *({}) *(-|–) *({}) *$", first, last));
}

/// The same where one may stand alone.
Form form_of_days(std::string_view day) { return form_of_pattern(format("^ *{0} *((-|–) *{0} *)?$", day)); }

/// One value or a list of them.
std::span<const Node> one_or_more(const MapReader& map, std::string_view key) {
  const Node* node = map.find(key);
  if (node == nullptr) return {};
  const std::string what = format("'{}'", key);
  return read_at_most(read_one_or_more(*node, what, map.report()), most_of_a_rule, what, map.report());
}

template <typename T>
std::vector<T> read_each(const MapReader& map, std::string_view key, const Scalar<T>& scalar) {
  std::vector<T> values;
  for (const Node& node : one_or_more(map, key)) {
    if (auto value = read_scalar(node, format("'{}'", key), scalar, map.report())) values.push_back(*std::move(value));
  }
  return values;
}

std::vector<weekday> read_weekdays(const MapReader& map) {
  std::vector<std::string_view> words(weekday_names.begin(), weekday_names.end());
  const Scalar<std::vector<weekday>> scalar{"days of the week such as mon, sat or mon-fri", parse_weekdays, words,
                                            form_of_days(format("({})", fmt::join(words, "|")))};
  std::vector<weekday> all;
  for (const auto& days : read_each(map, "weekdays", scalar)) all.insert(all.end(), days.begin(), days.end());
  return all;
}

std::vector<DayMark> read_days(const MapReader& map) {
  if (!map.has("days")) return {};
  const std::vector<std::string> names = calendar::observance_names();
  std::vector<std::string_view> words{"holidays", "workdays"};
  words.insert(words.end(), names.begin(), names.end());
  const auto parse = [&](std::string_view text) -> std::optional<DayMark> {
    if (text == "holidays") return KindOfDay::holidays;
    if (text == "workdays") return KindOfDay::workdays;
    const auto name = screen_text(1, 200).parse(text);
    if (!name || std::ranges::find(names, *name) == names.end()) return std::nullopt;
    return *name;
  };
  return read_each(
      map, "days",
      Scalar<DayMark>{"holidays, workdays or the name of an observance", parse, words, {.kind = Form::Kind::words}});
}

std::vector<Occasion> read_exceptions(const MapReader& map) {
  std::vector<Occasion> exceptions;
  for (const Node& node : one_or_more(map, "not")) {
    const Occasion exception = read_occasion(node, map.report());
    if (node.kind == Node::Kind::map && node.entries.empty()) {
      map.report().error(node.at, "'not' needs at least one key, as in {days: holidays}");
    }
    exceptions.push_back(exception);
  }
  return exceptions;
}

Scalar<Hours> scalar_of_hours(std::optional<Hours> (*parse)(std::string_view)) {
  Form form = form_of_range("([01]?[0-9]|2[0-3]):[0-5][0-9]", "([01]?[0-9]|2[0-3]):[0-5][0-9]|24:00");
  return {"a part of the day such as \"07:00-11:30\"", parse, {}, std::move(form)};
}

}  // namespace

Scalar<Hours> part_of_day() { return scalar_of_hours(parse_part_of_day); }

Scalar<minutes> time_of_day() {
  return {"a time of day such as 21:00",
          [](std::string_view text) {
            const auto time = parse_clock(text);
            return time < 24h ? time : std::nullopt;
          },
          {},
          form_of_pattern("^([01]?[0-9]|2[0-3]):[0-5][0-9]$")};
}

Occasion read_occasion(const Node& node, Report& report) {
  // Without a restriction that this player does not know the programme would rule at the wrong time.
  const MapReader map(node, "an occasion", {"hours", "weekdays", "dates", "lunar", "days", "not"}, report,
                      UnknownKeys::wrong);
  Occasion occasion;
  occasion.hours = read_each(map, "hours", scalar_of_hours(parse_hours));
  occasion.weekdays = read_weekdays(map);
  occasion.dates = read_each(map, "dates",
                             Scalar<AnyDates>{"days such as 1/12-31/12, 24/12 or 1/12/2026-31/12/2026",
                                              parse_dates,
                                              {},
                                              form_of_days("[0-9]{1,2}/[0-9]{1,2}(/[0-9]{4})?")});
  occasion.lunar = read_each(map, "lunar",
                             Scalar<LunarRange>{"days of the lunar calendar such as 23/12-10/1 or 15/8",
                                                parse_lunar,
                                                {},
                                                form_of_days("[0-9]{1,2}/[0-9]{1,2}")});
  occasion.days = read_days(map);
  occasion.unless = read_exceptions(map);
  return occasion;
}

}  // namespace lobby::config
