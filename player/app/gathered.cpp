#include "app/gathered.h"

#include "app/gatherer.h"
#include "app/places.h"
#include "app/remote.h"
#include "app/store_health.h"
#include "base/log.h"

namespace lobby::app {

Result<Gathered> gather(const Settings& settings, const std::optional<std::string>& at, bool offline) {
  // The store keeps when things were really fetched, whatever moment is shown.
  const SystemClock clock;
  const auto time = at ? parse_iso8601(*at, settings.config->screen.timezone) : clock.wall();
  if (!time) return std::unexpected(time.error());
  const auto store = store::Store::open(state_folder());
  report_health(*store);
  net::HttpClient http(http_options(*settings.config));
  ClockJudge judge(remembered_time(*store));
  Gatherer gatherer(settings.config, *store, http, clock, judge, [](const auto&) {});
  gatherer.restore();
  if (!offline) gatherer.poll_to_the_end();
  const std::string doubt = at ? "" : judge.doubt(clock.wall(), clock.steady());
  if (!doubt.empty()) log::warning("{}; without --at the show has no dates and times", doubt);
  return Gathered{gatherer.snapshot(*time), {*time, doubt.empty()}};
}

}  // namespace lobby::app
