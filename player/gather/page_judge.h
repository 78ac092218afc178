#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/local_time.h"
#include "content/document.h"
#include "store/store.h"

namespace lobby::gather {

/// Decides whether a page may take the place of what came before (canary.h), and keeps the trials of possible redesigns
/// across restarts. Fetch thread.
class PageJudge {
 public:
  /// Says dates in `zone`.
  PageJudge(store::Store& store, TimeZone zone) : store_(store), zone_(zone) {}

  /// Nothing where the reading is taken; else one sentence for an operator: what was expected, what came, and what to
  /// do. `before`: what is shown of the source; `now`: nothing while the clock is not believed, when no trial goes on.
  std::optional<std::string> objection(const std::string& source, const std::vector<content::Headline>& before,
                                       const content::Reading& reading, std::optional<WallTime> now);

 private:
  void keep(const std::string& key, const std::string& trial);

  store::Store& store_;
  TimeZone zone_;
};

}  // namespace lobby::gather
