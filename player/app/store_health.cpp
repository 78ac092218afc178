#include "app/store_health.h"

#include "base/log.h"

namespace lobby::app {

void report_health(const store::Store& store) {
  const auto health = store.health();
  if (!health.note.empty()) log::warning("{}", health.note);
  if (!health.trouble.empty()) log::warning("{}; going on from memory", health.trouble);
}

}  // namespace lobby::app
