#include <algorithm>
#include <iostream>
#include <map>

#include "app/commands.h"
#include "app/compose.h"
#include "app/exit_status.h"
#include "app/gathered.h"
#include "app/places.h"
#include "app/settings.h"
#include "base/format.h"
#include "base/log.h"
#include "playlist/theme_choice.h"
#include "playlist/turn.h"

namespace lobby::app {

namespace {

std::string clock_in_figures(const LocalTime& time) {
  std::string text = format("{:02}:{:02}", time.hour.count(), time.minute.count());
  if (time.second.count() != 0) text += format(":{:02}", time.second.count());
  return text;
}

/// How long slides stay, which their layout decides with them; themes are opened once.
class Dwells {
 public:
  Dwells(std::filesystem::path data, const content::Snapshot& content) : data_(std::move(data)), content_(content) {}

  Result<std::chrono::milliseconds> of(const playlist::Slide& slide, const playlist::Moment& moment,
                                       const std::string& theme) {
    auto dress = dresses_.find(theme);
    if (dress == dresses_.end()) {
      auto loaded = load_dress_or_default({content_.config->folder, data_}, theme, shelf_,
                                          playlist::stand_in_for(*content_.config, theme));
      if (!loaded) return std::unexpected(loaded.error());
      for (const auto& complaint : loaded->complaints) log::warning("{}", complaint);
      dress = dresses_.emplace(theme, *std::move(loaded)).first;
    }
    constexpr Size usual{1920, 1080};
    const auto composition = compose(slide, dress->second, surroundings_of(content_, moment), usual);
    return playlist::dwell_for(composition.scene.words(), content_.config->dwell);
  }

 private:
  std::filesystem::path data_;
  const content::Snapshot& content_;
  Shelf shelf_ = std::make_shared<stage::FontShelf>();
  std::map<std::string, Dress> dresses_;
};

/// How a usual screen stands.
playlist::Orientation screen_of(const config::Config& config) {
  const bool upright = config.screen.rotate == 90 || config.screen.rotate == 270;
  return upright ? playlist::Orientation::portrait : playlist::Orientation::landscape;
}

/// A time of a day in which one show plays.
struct DayPart {
  playlist::Moment from;
  WallTime until;
  config::Rulers rulers;
  playlist::ThemeChoice theme;
  playlist::Show show;
};

/// Edges at which nothing changes are none for a reader; midnight is one.
std::vector<DayPart> parts_of(const content::Snapshot& content, playlist::Moment moment, WallTime end) {
  const auto& config = *content.config;
  const auto& zone = config.screen.timezone;
  std::vector<DayPart> parts;
  while (moment.time < end) {
    const auto now = moment.local(zone);
    const WallTime until = std::min(playlist::changes_at(content, moment).value_or(end), end);
    DayPart part{moment, until, config::rulers_at(config, now), playlist::theme_at(config, moment),
                 playlist::build_show(content, moment, screen_of(config))};
    moment.time = until;
    const bool goes_on = !parts.empty() && parts.back().rulers == part.rulers && parts.back().theme == part.theme &&
                         parts.back().show == part.show &&
                         zone.local(parts.back().from.time).date == zone.local(part.from.time).date;
    if (goes_on) {
      parts.back().until = until;
    } else {
      parts.push_back(std::move(part));
    }
  }
  return parts;
}

std::string name_of(const config::Programme* programme) { return programme != nullptr ? programme->name : "-"; }

/// «1 slide», «3 slides»
std::string counted(std::size_t count, std::string_view what) {
  return format("{} {}{}", count, what, count == 1 ? "" : "s");
}

/// The slides in the order of their first turns, with how long they stay and how many turns they have.
Result<void> print_slides(const DayPart& part, Dwells& dwells) {
  std::vector<int> turns(part.show.slides.size());
  std::vector<std::size_t> order;
  for (const std::size_t slide : part.show.order) {
    if (turns[slide]++ == 0) order.push_back(slide);
  }
  double round = 0;
  std::string lines;
  for (const std::size_t index : order) {
    const auto& slide = part.show.slides[index];
    const auto dwell = dwells.of(slide, part.from, part.theme.theme);
    if (!dwell) return std::unexpected(dwell.error());
    const double seconds = static_cast<double>(dwell->count()) / 1000;
    round += seconds * turns[index];
    lines += format("    {:6.1f} s  {:>3}x  {:<13}  {}{}\n", seconds, turns[index], slide.kind(), slide.title(),
                    slide.source().empty() ? std::string() : format("  [{}]", slide.source()));
  }
  std::cout << format("    {}, {}, a round of {:.0f} s\n", counted(order.size(), "slide"),
                      counted(part.show.order.size(), "turn"), round)
            << lines;
  return {};
}

Result<void> print(const std::vector<DayPart>& parts, const TimeZone& zone, Dwells& dwells) {
  std::optional<Date> day;
  const DayPart* before = nullptr;
  for (const DayPart& part : parts) {
    const LocalTime from = zone.local(part.from.time);
    if (day != from.date) std::cout << iso8601(from.date) << '\n';
    day = from.date;
    const LocalTime until = zone.local(part.until);
    std::cout << format("  {}-{}  playlist: {}  theme: {} ({})\n", clock_in_figures(from),
                        until.date == from.date ? clock_in_figures(until) : "24:00", name_of(part.rulers.playlist),
                        part.theme.theme, part.theme.reason.empty() ? "-" : part.theme.reason);
    if (before != nullptr && before->show == part.show && before->theme.theme == part.theme.theme) {
      std::cout << "    the slides before\n";
    } else if (const auto printed = print_slides(part, dwells); !printed) {
      return printed;
    }
    before = &part;
  }
  return {};
}

}  // namespace

int schedule(const ScheduleOptions& options) {
  const auto file = config_file(options.config);
  const auto settings = file ? load_settings(*file) : std::unexpected(file.error());
  if (!settings) return failed(settings.error());
  const auto& zone = settings->config->screen.timezone;
  const auto data = data_folder();
  if (!data) return failed(data.error());
  const auto gathered = gather(*settings, options.at, options.offline);
  if (!gathered) return failed(gathered.error());
  const auto& [content, from] = *gathered;
  const auto last = std::chrono::sys_days(zone.local(from.time).date) + std::chrono::days(options.days);
  Dwells dwells(*data, *content);
  const auto printed = print(parts_of(*content, from, zone.wall({Date(last)})), zone, dwells);
  return printed ? 0 : failed(printed.error());
}

}  // namespace lobby::app
