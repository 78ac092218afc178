#include "config/anniversaries.h"

#include <algorithm>
#include <span>

#include "base/format.h"
#include "config/key_notes.h"
#include "config/recorder.h"
#include "config/schema.h"
#include "config/written_day.h"

namespace lobby::config {

namespace {

using calendar::Anniversary;
using calendar::Tone;

constexpr std::size_t most_anniversaries = 1000;
constexpr std::size_t most_calendars = 20;

Scalar<Date> written_day() {
  return {"a day of the calendar such as 12/7/1946 or 1946-07-12",
          parse_day,
          {},
          form_of_pattern("^([0-9]{1,2}/[0-9]{1,2}/[0-9]{4}|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2})$")};
}

/// `since` alone, or `day` or `lunar`, then perhaps with `since` as the year from which they are counted.
void read_day(const MapReader& map, Anniversary& anniversary) {
  map.check_not_both("day", "lunar", "a day is kept by 'day' or by 'lunar', not by both");
  if (!map.has("day") && !map.has("lunar")) {
    map.require("since", written_day(), anniversary.day);
    return;
  }
  calendar::YearlyDay yearly;
  const Form day_and_month = form_of_pattern("^[0-9]{1,2}/[0-9]{1,2}$");
  map.read("day", Scalar<std::chrono::month_day>{"a day and a month such as 20/11", parse_month_day, {}, day_and_month},
           yearly.day);
  map.read("lunar",
           Scalar<calendar::LunarDay>{
               "a day and a month of the lunar calendar such as 10/3", parse_lunar_day, {}, day_and_month},
           yearly.day);
  const Scalar<int> year{
      "a year such as 1789 beside 'day' or 'lunar'", parse_year, {}, form_of_pattern("^[0-9]{4}$", 1000, 9999)};
  if (int since = 0; map.read("since", year, since)) yearly.since = since;
  anniversary.day = yearly;
}

calendar::Window read_window(const Node& node, Report& report) {
  const MapReader map(node, "'window'", {"before", "after"}, report);
  calendar::Window window;
  map.read("before", whole_number(0, 60), window.days_before);
  map.read("after", whole_number(0, 60), window.days_after);
  return window;
}

/// Whose day it is, whatever else is wrong with it.
std::string name_of_entry(const Node& node) {
  std::string name;
  for (const MapEntry& entry : node.entries) {
    if (entry.key != "name" || entry.value.kind != Node::Kind::scalar) continue;
    name = screen_text(1, 200).parse(entry.value.scalar).value_or(std::string());
  }
  return name;
}

bool has_day(const MapReader& map) { return map.has("since") || map.has("day") || map.has("lunar"); }

/// An anniversary; what the entry does not say is as in `known`, the day of that name in a calendar, if there is one.
Anniversary read_anniversary(const MapReader& map, const Anniversary* known) {
  static const auto tone = choice<Tone>({{"celebration", Tone::celebration},
                                         {"tradition", Tone::tradition},
                                         {"memorial", Tone::memorial},
                                         {"mourning", Tone::mourning}});
  Anniversary anniversary = known ? *known : Anniversary();
  map.require("name", screen_text(1, 200), anniversary.name);
  if (!known || has_day(map)) read_day(map, anniversary);
  map.read("tone", tone, anniversary.tone);
  if (const Node* window = map.find("window")) anniversary.window = read_window(*window, map.report());
  map.read("motto", screen_text(0, 200), anniversary.motto);
  map.read("countdown", whole_number(0, 365), anniversary.countdown);
  // No error: with a day of a calendar it may be the calendar that changed.
  if (anniversary.countdown > 0 && (anniversary.tone == Tone::memorial || anniversary.tone == Tone::mourning)) {
    map.report().warning(map.place("countdown"),
                         "'countdown' is for celebrations and traditions; it has no effect here");
    anniversary.countdown = 0;
  }
  std::string source;
  map.read("source", screen_text(1, 500), source);
  return anniversary;
}

MapReader entry_reader(const Node& entry, Report& report) {
  return {entry,
          "an entry of 'anniversaries'",
          {"name", "since", "day", "lunar", "tone", "window", "motto", "countdown", "source"},
          report};
}

std::vector<std::string_view> names_of(std::span<const Anniversary> days) {
  std::vector<std::string_view> names;
  for (const Anniversary& day : days) names.push_back(day.name);
  return names;
}

/// The days of the calendars that a config names, without those that it leaves out.
class Selection {
 public:
  Selection(const MapReader& map, const Calendars& calendars) : report_(map.report()) {
    for (const Node& entry : read_at_most(map.list("calendars"), most_calendars, "'calendars'", report_)) {
      add(entry, calendars);
    }
    for (const Node& entry : read_at_most(map.list("leave_out"), most_anniversaries, "'leave_out'", report_)) {
      leave_out(entry);
    }
  }

  const std::vector<std::string>& names() const { return names_; }
  std::vector<Anniversary> days() && { return std::move(days_); }

 private:
  void add(const Node& entry, const Calendars& calendars) {
    const auto name = read_scalar(entry, "an entry of 'calendars'", identifier(), report_);
    if (!name) return;
    names_.push_back(*name);
    const auto calendar = calendars.find(*name);
    if (calendar == calendars.end()) {
      std::vector<std::string_view> known;
      for (const auto& known_calendar : calendars) known.push_back(known_calendar.first);
      report_.warning(entry.at, format("there is no calendar '{}'{}", *name, suggestion(*name, known)));
    }
    if (calendar == calendars.end() || calendar->second.empty()) {
      complete_ = false;
      return;
    }
    for (const Anniversary& day : calendar->second) {
      if (std::ranges::find(days_, day.name, &Anniversary::name) == days_.end()) days_.push_back(day);
    }
  }

  void leave_out(const Node& entry) {
    const auto name = read_scalar(entry, "an entry of 'leave_out'", screen_text(1, 200), report_);
    if (!name) return;
    const bool left_out = std::erase_if(days_, [&](const Anniversary& day) { return day.name == *name; }) > 0;
    if (left_out || !complete_) return;
    report_.warning(entry.at, format("no calendar has the day '{}'{}", *name, suggestion(*name, names_of(days_))));
  }

  Report& report_;
  std::vector<std::string> names_;
  std::vector<Anniversary> days_;
  bool complete_ = true;  ///< Every calendar that was named is here.
};

std::vector<Anniversary> read_calendar(const Node& root, Report& report) {
  std::vector<Anniversary> days;
  const MapReader map(root, "the file", {"anniversaries"}, report);
  for (const Node& entry :
       read_at_most(map.require_list("anniversaries"), most_anniversaries, "'anniversaries'", report)) {
    const MapReader own = entry_reader(entry, report);
    Anniversary day = read_anniversary(own, nullptr);
    if (own.readable()) own.require("source");
    if (std::ranges::find(days, day.name, &Anniversary::name) != days.end()) {
      report.error(own.place("name"), format("the day '{}' stands here twice", day.name));
    }
    days.push_back(std::move(day));
  }
  return days;
}

}  // namespace

void read_anniversaries(const MapReader& map, const Calendars& calendars, Config& config) {
  Selection selection(map, calendars);
  config.calendars = selection.names();
  std::vector<Anniversary>& days = config.anniversaries = std::move(selection).days();
  const std::size_t shipped = days.size();
  for (const Node& entry :
       read_at_most(map.list("anniversaries"), most_anniversaries, "'anniversaries'", map.report())) {
    const MapReader own = entry_reader(entry, map.report());
    const std::string name = name_of_entry(entry);
    const auto known = std::ranges::find(std::span(days).first(shipped), name, &Anniversary::name);
    if (known != std::span(days).first(shipped).end()) {
      *known = read_anniversary(own, &*known);
    } else if (has_day(own) || config.calendars.empty() || name.empty()) {
      days.push_back(read_anniversary(own, nullptr));
    } else {
      // No error: the calendar may be broken, or call the day by another name than it used to.
      own.report().warning(own.at(), format("'{}' has no date of its own and is in no calendar; it is not kept{}", name,
                                            suggestion(name, names_of(std::span(days).first(shipped)))));
    }
  }
}

Checked<std::vector<Anniversary>> parse_calendar(std::string_view yaml, const std::string& file) {
  Report report(file, Severity::error);
  std::vector<Anniversary> days;
  if (const auto root = parse_yaml(yaml, report)) days = read_calendar(*root, report);
  return std::move(report).checked(std::move(days));
}

Schema calendar_schema() {
  return Recorder::schema_of([](const Node& root, Report& report) { read_calendar(root, report); }, calendar_notes());
}

}  // namespace lobby::config
