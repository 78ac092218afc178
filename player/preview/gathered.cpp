#include "preview/gathered.h"

#include "base/log.h"
#include "gather/gatherer.h"
#include "gather/remote.h"
#include "gather/store_health.h"
#include "host/places.h"

namespace lobby::preview {

Result<Gathered> gather(const fleet::Settings& settings, const std::optional<std::string>& at, bool offline) {
  // The store keeps when things were really fetched, whatever moment is shown.
  const SystemClock clock;
  const auto time = at ? parse_iso8601(*at, settings.config->screen.timezone) : clock.wall();
  if (!time) return std::unexpected(time.error());
  const auto store = store::Store::open(host::state_folder());
  gather::report_health(*store);
  gather::StoreWatch watch(*store, clock.steady());
  net::HttpClient http(gather::http_options(*settings.config));
  host::ClockJudge judge(host::remembered_time(*store));
  gather::Gatherer gatherer(settings.config, *store, http, clock, judge, [](const auto&) {});
  gatherer.restore();
  if (!offline) gatherer.poll_to_the_end();
  watch.look();
  const std::string doubt = at ? "" : judge.doubt(clock.wall(), clock.steady());
  if (!doubt.empty()) log::warning("{}; without --at the show has no dates and times", doubt);
  // As if both clocks went on until then, or back.
  const SteadyTime steady = clock.steady() + (*time - clock.wall());
  return Gathered{gatherer.snapshot(*time), {*time, doubt.empty(), steady}};
}

}  // namespace lobby::preview
