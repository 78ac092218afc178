#include <iostream>

#include "app/commands.h"
#include "app/exit_status.h"
#include "app/gathered.h"
#include "app/places.h"
#include "app/schedule.h"
#include "app/schedule_json.h"
#include "app/settings.h"
#include "base/format.h"

namespace lobby::app {

namespace {

std::string clock_in_figures(const LocalTime& time) {
  std::string text = format("{:02}:{:02}", time.hour.count(), time.minute.count());
  if (time.second.count() != 0) text += format(":{:02}", time.second.count());
  return text;
}

std::string name_of(const config::Programme* programme) { return programme != nullptr ? programme->name : "-"; }

/// «1 slide», «3 slides»
std::string counted(std::size_t count, std::string_view what) {
  return format("{} {}{}", count, what, count == 1 ? "" : "s");
}

double seconds_of(std::chrono::milliseconds time) { return static_cast<double>(time.count()) / 1000; }

/// With how long they stay and how many turns they have.
void print_slides(const DayPart& part) {
  std::cout << format("    {}, {}, a round of {:.0f} s\n", counted(part.slides.size(), "slide"),
                      counted(part.show.order.size(), "turn"), seconds_of(part.round));
  for (const auto& scheduled : part.slides) {
    const auto& slide = part.slide(scheduled);
    std::cout << format("    {:6.1f} s  {:>3}x  {:<13}  {}{}\n", seconds_of(scheduled.dwell), scheduled.turns,
                        slide.kind(), slide.title(),
                        slide.source().empty() ? std::string() : format("  [{}]", slide.source()));
  }
}

void print(const std::vector<DayPart>& parts, const TimeZone& zone) {
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
    } else {
      print_slides(part);
    }
    before = &part;
  }
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
  const auto parts = schedule_of(*content, from, zone.wall({Date(last)}), *data);
  if (!parts) return failed(parts.error());
  if (options.json) {
    std::cout << schedule_json(*parts, zone);
  } else {
    print(*parts, zone);
  }
  return 0;
}

}  // namespace lobby::app
