#include "gather/store_health.h"

#include <chrono>
#include <utility>

#include "base/log.h"

namespace lobby::gather {

void report_health(const store::Store& store) {
  const auto health = store.health();
  if (!health.note.empty()) log::warning("{}", health.note);
  if (!health.trouble.empty()) log::warning("{}; going on from memory", health.trouble);
}

StoreWatch::StoreWatch(store::Store& store, SteadyTime now)
    : store_(store), health_(store.health()), next_check_(now + std::chrono::minutes(1)) {}

void StoreWatch::look() {
  const auto before = std::exchange(health_, store_.health());
  if (health_.note != before.note) log::warning("{}", health_.note);
  if (health_.trouble == before.trouble) return;
  if (health_.trouble.empty()) {
    log::info("what is fetched is kept on disk again");
  } else {
    log::warning("{}; going on from memory", health_.trouble);
  }
}

void StoreWatch::rest(SteadyTime now, SteadyTime next_work) {
  constexpr std::chrono::seconds enough(5);
  if (now < next_check_ || next_work < now + enough) return;
  const auto sound = store_.check();
  next_check_ = now + std::chrono::hours(sound ? 24 : 1);
  if (!sound && sound.error().kind == ErrorKind::invalid) log::warning("{}", sound.error().message);
}

}  // namespace lobby::gather
