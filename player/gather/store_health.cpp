#include "gather/store_health.h"

#include <utility>

#include "base/log.h"

namespace lobby::gather {

void report_health(const store::Store& store) {
  const auto health = store.health();
  if (!health.note.empty()) log::warning("{}", health.note);
  if (!health.trouble.empty()) log::warning("{}; going on from memory", health.trouble);
}

void StoreWatch::look() {
  auto trouble = store_.health().trouble;
  if (trouble == trouble_) return;
  trouble_ = std::move(trouble);
  if (trouble_.empty()) {
    log::info("what is fetched is kept on disk again");
  } else {
    log::warning("{}; going on from memory", trouble_);
  }
}

}  // namespace lobby::gather
