#include <iostream>

#include "app/commands.h"
#include "base/format.h"
#include "fleet/settings.h"
#include "host/exit_status.h"
#include "host/places.h"
#include "preview/gathered.h"
#include "preview/schedule.h"
#include "preview/schedule_json.h"

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
void print_slides(const preview::DayPart& part) {
  std::cout << format("    {}, {}, a round of {:.0f} s\n", counted(part.slides.size(), "slide"),
                      counted(part.show.order.size(), "turn"), seconds_of(part.round));
  for (const auto& scheduled : part.slides) {
    const auto& slide = part.slide(scheduled);
    std::cout << format("    {:6.1f} s  {:>3}x  {:<13}  {}{}\n", seconds_of(scheduled.dwell), scheduled.turns,
                        slide.kind(), slide.title(),
                        slide.source().empty() ? std::string() : format("  [{}]", slide.source()));
  }
}

/// «screen on 06:30-12:00, 13:00-18:00»; nothing where it always is.
std::string lit_in_words(const config::Screen& screen, const LocalTime& from, const LocalTime& end) {
  if (screen.on.empty()) return {};
  const LocalTime midnight{Date(std::chrono::sys_days(from.date) + std::chrono::days(1))};
  std::string words;
  for (const auto& span : preview::lit_spans(screen, {from, std::min(midnight, end)})) {
    words += format("{}{}-{}", words.empty() ? "  screen on " : ", ", clock_in_figures(span.from),
                    span.until == midnight ? "24:00" : clock_in_figures(span.until));
  }
  return words.empty() ? "  screen off" : words;
}

void print(const std::vector<preview::DayPart>& parts, const config::Screen& screen) {
  const TimeZone& zone = screen.timezone;
  std::optional<Date> day;
  const preview::DayPart* before = nullptr;
  for (const preview::DayPart& part : parts) {
    const LocalTime from = zone.local(part.from.time);
    if (day != from.date) {
      std::cout << iso8601(from.date) << lit_in_words(screen, from, zone.local(parts.back().until)) << '\n';
    }
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
  const auto file = fleet::config_file(options.config);
  const auto settings = file ? fleet::load_settings(*file) : std::unexpected(file.error());
  if (!settings) return host::failed(settings.error());
  const auto& zone = settings->config->screen.timezone;
  const auto data = host::data_folder();
  if (!data) return host::failed(data.error());
  const auto gathered = preview::gather(*settings, options.at, options.offline);
  if (!gathered) return host::failed(gathered.error());
  const auto& [content, from] = *gathered;
  const auto last = std::chrono::sys_days(zone.local(from.time).date) + std::chrono::days(options.days);
  const auto parts = preview::schedule_of(*content, from, zone.wall({Date(last)}), *data);
  if (!parts) return host::failed(parts.error());
  if (options.json) {
    std::cout << preview::schedule_json(*parts, settings->config->screen);
  } else {
    print(*parts, settings->config->screen);
  }
  return 0;
}

}  // namespace lobby::app
