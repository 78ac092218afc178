#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "base/clock.h"
#include "config/config.h"
#include "content/item.h"

namespace lobby::content {

/// Everything that can be shown, with the config it belongs to. Frozen once published: items and config can never
/// disagree in a frame.
struct Snapshot {
  std::shared_ptr<const config::Config> config;
  std::vector<Headline> headlines;  ///< Newest first.
  std::vector<Photo> photos;        ///< Newest first.
  std::optional<WallTime> updated;  ///< The newest successful fetch; nothing before the first.
};

}  // namespace lobby::content
