#include <iostream>

#include "app/commands.h"
#include "app/exit_status.h"
#include "app/gatherer.h"
#include "app/places.h"
#include "app/remote.h"
#include "app/settings.h"
#include "app/store_health.h"
#include "base/log.h"
#include "content/selection.h"

namespace lobby::app {

namespace {

void print(const SourceState& source) {
  if (source.last_error.empty()) {
    std::cout << format("ok     {}: {} headlines, {} photos\n", source.spec.name, source.headlines.size(),
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
  const auto file = config_file(named);
  const auto settings = file ? load_settings(*file) : std::unexpected(file.error());
  if (!settings) return failed(settings.error());
  const auto store = store::Store::open(state_folder());
  report_health(*store);
  const SystemClock clock;
  net::HttpClient http(http_options(*settings->config));
  ClockJudge judge(remembered_time(*store));
  Gatherer gatherer(settings->config, *store, http, clock, judge, [](const auto&) {});
  gatherer.restore();
  gatherer.poll_to_the_end();
  bool all_good = true;
  for (const auto& source : gatherer.sources()) {
    print(source);
    all_good = all_good && source.last_error.empty();
  }
  if (const auto doubt = judge.doubt(clock.wall(), clock.steady()); !doubt.empty()) log::warning("{}", doubt);
  return all_good ? 0 : 1;
}

}  // namespace lobby::app
