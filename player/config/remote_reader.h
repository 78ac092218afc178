#pragma once

#include <optional>

#include "config/reader.h"
#include "config/remote.h"

namespace lobby::config {

Device read_device(const Node& node, Report& report);

/// Nothing where nothing was written. That the keys are keys of minisign is for their user to find.
std::optional<Remote> read_remote(const Node& node, Report& report);

}  // namespace lobby::config
