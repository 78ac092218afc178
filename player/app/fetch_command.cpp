#include <iostream>

#include "app/commands.h"
#include "base/log.h"
#include "content/selection.h"
#include "fleet/settings.h"
#include "gather/gatherer.h"
#include "gather/remote.h"
#include "gather/store_health.h"
#include "host/exit_status.h"
#include "host/places.h"

namespace lobby::app {

namespace {

/// «weather of Ninh Bình as of 2026-11-26 09:30, now and 7 days»
std::string summary_of(const content::Weather& weather, const TimeZone& zone) {
  const auto as_of = zone.local(weather.as_of);
  const std::string where = weather.place.empty() ? std::string() : " of " + weather.place;
  return format("weather{} as of {} {:02}:{:02}, {}{} days", where, iso8601(as_of.date), as_of.hour.count(),
                as_of.minute.count(), weather.now ? "now and " : "", weather.days.size());
}

void print(const gather::SourceState& source, const TimeZone& zone) {
  if (source.last_error.empty() && source.weather) {
    std::cout << format("ok     {}: {}\n", source.spec.name, summary_of(*source.weather, zone));
  } else if (source.last_error.empty()) {
    std::cout << format("ok     {}: {} headlines, {} photos\n", source.spec.name, source.shown.size(),
                        source.photos.size());
  } else {
    std::cout << format("{} {}: {}\n", source.changed ? "changed" : "failed", source.spec.name, source.last_error);
  }
  for (const auto& headline : source.headlines) {
    if (!content::is_wanted(headline, source.spec) || !content::is_held(headline, source.spec)) continue;
    std::cout << format("held   {}  {}\n", headline.link.empty() ? headline.id : headline.link, headline.title);
  }
  for (const auto& photo : source.photos) {
    if (!content::is_wanted(photo, source.spec) || !content::is_held(photo, source.spec)) continue;
    std::cout << format("held   {}  {}\n", photo.name, photo.image.caption);
  }
}

}  // namespace

int fetch(const std::optional<std::filesystem::path>& named) {
  const auto file = fleet::config_file(named);
  const auto settings = file ? fleet::load_settings(*file) : std::unexpected(file.error());
  if (!settings) return host::failed(settings.error());
  const auto store = store::Store::open(host::state_folder());
  gather::report_health(*store);
  const SystemClock clock;
  gather::StoreWatch watch(*store, clock.steady());
  net::HttpClient http(gather::http_options(*settings->config));
  host::ClockJudge judge(host::remembered_time(*store));
  gather::Gatherer gatherer(settings->config, *store, http, clock, judge, [](const auto&) {});
  gatherer.restore();
  gatherer.poll_to_the_end();
  watch.look();
  bool all_good = true;
  for (const auto& source : gatherer.sources()) {
    print(source, settings->config->screen.timezone);
    all_good = all_good && source.last_error.empty();
  }
  if (const auto doubt = judge.doubt(clock.wall(), clock.steady()); !doubt.empty()) log::warning("{}", doubt);
  return all_good ? 0 : 1;
}

}  // namespace lobby::app
