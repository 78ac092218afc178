#include "app/gathered.h"

#include "app/gatherer.h"
#include "app/places.h"
#include "app/remote.h"
#include "app/store_health.h"

namespace lobby::app {

Gathered gather(const Settings& settings, WallTime at, bool offline) {
  // The store keeps when things were really fetched, whatever moment is shown.
  const SystemClock clock;
  const auto store = store::Store::open(state_folder());
  report_health(*store);
  net::HttpClient http(http_options(*settings.config));
  ClockJudge judge(remembered_time(*store));
  Gatherer gatherer(settings.config, *store, http, clock, judge, [](const auto&) {});
  gatherer.restore();
  if (!offline) gatherer.poll_to_the_end();
  return {gatherer.snapshot(at), judge.doubt(clock.wall(), clock.steady())};
}

}  // namespace lobby::app
