#pragma once

#include <memory>
#include <string>

#include "app/settings.h"
#include "content/snapshot.h"

namespace lobby::app {

/// What a command that does not go on running shows.
struct Gathered {
  std::shared_ptr<const content::Snapshot> content;
  std::string doubt;  ///< Why the machine's clock is not believed.
};

/// What the store and, unless `offline`, the sources give at that moment.
Gathered gather(const Settings& settings, WallTime at, bool offline);

}  // namespace lobby::app
