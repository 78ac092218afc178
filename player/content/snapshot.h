#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "base/clock.h"
#include "config/config.h"
#include "content/item.h"
#include "content/weather.h"

namespace lobby::content {

/// A notice that came by itself and not with the config: from the duty officer, or from a signed document. It ends then
/// whatever the wall clock says.
struct ArrivedNotice {
  config::Notice notice;  ///< Without `from` and `until`: it stands from now on.
  SteadyTime ends;
};

/// Everything that can be shown, with the config it belongs to. Frozen once published: items and config can never
/// disagree in a frame.
struct Snapshot {
  std::shared_ptr<const config::Config> config;
  std::vector<Headline> headlines;  ///< Newest first.
  std::vector<Photo> photos;        ///< Newest first.
  std::optional<Instant> updated;   ///< The newest successful fetch; nothing before the first.
  std::vector<ArrivedNotice> arrived = {};
  std::vector<Weather> weather = {};  ///< In the order of their sources.
};

}  // namespace lobby::content
