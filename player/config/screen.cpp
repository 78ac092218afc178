#include "config/screen.h"

#include <algorithm>
#include <charconv>

#include "base/format.h"
#include "config/occasion_reader.h"
#include "config/reader.h"

namespace lobby::config {

namespace {

constexpr std::size_t most_entries = 100;

std::optional<int> whole(std::string_view text, int least, int most) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < least || value > most) return std::nullopt;
  return value;
}

/// «auto», «max», «1920x1080», «1920x1080@50».
std::optional<ModeWish> parse_mode(std::string_view text) {
  if (text == "auto") return ModeWish();
  if (text == "max") return ModeWish{ModeWish::Kind::largest};
  const std::size_t by = text.find('x');
  const std::size_t at = std::min(text.find('@'), text.size());
  if (by == std::string_view::npos || by > at) return std::nullopt;
  const auto width = whole(text.substr(0, by), 320, 16384);
  const auto height = whole(text.substr(by + 1, at - by - 1), 200, 16384);
  const auto rate = at == text.size() ? std::optional(0) : whole(text.substr(at + 1), 1, 500);
  if (!width || !height || !rate) return std::nullopt;
  return ModeWish{ModeWish::Kind::exact, {{*width, *height}, *rate}};
}

Scalar<ModeWish> mode() {
  static constexpr std::array<std::string_view, 2> words{"auto", "max"};
  Form form = form_of_pattern("^[0-9]{3,5}x[0-9]{3,5}(@[0-9]{1,3})?$");
  form.words = {words.begin(), words.end()};
  return {"auto, max or a mode such as 1920x1080 or 1920x1080@60", parse_mode, {words.begin(), words.end()}, form};
}

const Scalar<Switch>& way_to_switch() {
  static const auto scalar = choice<Switch>(
      {{"dpms", Switch::dpms}, {"cec", Switch::cec}, {"backlight", Switch::backlight}, {"ddc", Switch::ddc}});
  return scalar;
}

/// One part of the day, or an occasion as in the `when` of a programme.
Occasion read_hours_or_occasion(const Node& node, Report& report) {
  if (may_be_scalar(node)) {
    if (const auto hours = read_scalar(node, "'on'", part_of_day(), report)) {
      // From an hour to the same hour is a whole day.
      return hours->from == hours->until ? Occasion() : Occasion{.hours = {*hours}};
    }
    if (!may_be_map(node)) return {};
  }
  return read_occasion(node, report);
}

std::vector<Occasion> read_on(const MapReader& map) {
  std::vector<Occasion> on;
  const Node* node = map.find("on");
  if (node == nullptr) return on;
  const auto entries = read_one_or_more(*node, "'on'", map.report());
  for (const Node& entry : read_at_most(entries, most_entries, "'on'", map.report())) {
    on.push_back(read_hours_or_occasion(entry, map.report()));
  }
  return on;
}

Brightness read_brightness(const Node& node, Report& report) {
  Brightness brightness;
  if (may_be_scalar(node)) {
    if (const auto level = read_scalar(node, "'brightness'", whole_number(0, 100), report)) brightness.level = *level;
    if (!may_be_map(node)) return brightness;
  }
  const MapReader map(node, "an entry of 'brightness'", {"level", "when"}, report);
  map.require("level", whole_number(0, 100), brightness.level);
  if (const Node* when = map.find("when")) brightness.when = read_occasion(*when, report);
  return brightness;
}

}  // namespace

bool is_on_at(const Screen& screen, const std::optional<LocalTime>& now) {
  if (screen.on.empty() || !now) return true;
  return std::ranges::any_of(screen.on, [&](const Occasion& occasion) { return holds(occasion, *now); });
}

std::optional<int> brightness_at(const Screen& screen, const std::optional<LocalTime>& now) {
  for (const Brightness& brightness : screen.brightness) {
    if (brightness.when.always() || (now && holds(brightness.when, *now))) return brightness.level;
  }
  return std::nullopt;
}

std::optional<LocalTime> switched_at(const Screen& screen, const LocalTime& from) {
  const TimeZone zone;  // Any would do: the hours of all days are as long.
  constexpr std::chrono::days horizon(7);
  const WallTime end = zone.wall(from) + horizon;
  const bool on = is_on_at(screen, from);
  for (LocalTime at = from; zone.wall(at) < end;) {
    std::optional<LocalTime> next;
    for (const Occasion& occasion : screen.on) {
      const auto edge = changes_at(occasion, at, horizon);
      if (edge && (!next || *edge < *next)) next = edge;
    }
    if (!next || is_on_at(screen, next) != on) return next;
    at = *next;
  }
  return std::nullopt;
}

Screen read_screen(const Node& node, Report& report) {
  const MapReader map(node, "'screen'", {"rotate", "timezone", "mode", "on", "brightness", "power", "wake"}, report);
  Screen screen;
  map.read("rotate", choice<int>({{"0", 0}, {"90", 90}, {"180", 180}, {"270", 270}}), screen.rotate);
  map.read("mode", mode(), screen.mode);
  screen.on = read_on(map);
  if (const Node* list = map.find("brightness")) {
    for (const Node& entry :
         read_at_most(read_one_or_more(*list, "'brightness'", report), most_entries, "'brightness'", report)) {
      screen.brightness.push_back(read_brightness(entry, report));
    }
  }
  if (const Node* list = map.find("power")) {
    screen.power = {.ways = {}, .named = true};
    for (const Node& entry : read_list(*list, "'power'", report)) {
      if (const auto way = read_scalar(entry, "an entry of 'power'", way_to_switch(), report))
        screen.power.ways.insert(*way);
    }
  }
  map.read("wake", duration("1m", "12h"), screen.wake);
  std::string name;
  if (!map.read("timezone", verbatim("the name of a time zone"), name)) return screen;
  if (const auto zone = TimeZone::named(name)) {
    screen.timezone = *zone;
  } else {
    report.error(map.place("timezone"), zone.error().message);
  }
  return screen;
}

}  // namespace lobby::config
