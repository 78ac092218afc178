#include <algorithm>

#include "base/log.h"
#include "gather/gatherer.h"
#include "gather/remote.h"

namespace lobby::gather {

/// Whoever pushes a question knows of something new. A host that asked for a pause has it all the same.
void Gatherer::take_pushed() {
  if (pushed_ == nullptr) return;
  const auto pushed = pushed_->take();
  for (const auto& notice : pushed.notices) notices_->take(notice);
  if (!pushed.question) return;
  log::info("all sources are asked now, as was pushed");
  const SteadyTime now = clock_.steady();
  notices_->ask_now();
  for (auto& source : sources_) {
    const bool rests = is_remote(source.location) && hosts_.resting(request_for(source).url, now);
    if (rests) continue;
    source.due = std::min(source.due, now);
    source.ask_again = source.asked;
  }
}

}  // namespace lobby::gather
