#pragma once

#include <memory>
#include <optional>
#include <string>

#include "base/result.h"
#include "content/snapshot.h"
#include "fleet/settings.h"
#include "playlist/show.h"

namespace lobby::preview {

/// What a command that does not go on running shows, and the moment at which.
struct Gathered {
  std::shared_ptr<const content::Snapshot> content;
  playlist::Moment moment;
};

/// What the store and, unless `offline`, the sources give at that moment (ISO 8601), or now. Warns where the clock of
/// this machine is not believed. Errs (invalid) on a moment that is none.
Result<Gathered> gather(const fleet::Settings& settings, const std::optional<std::string>& at, bool offline);

}  // namespace lobby::preview
