#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "config/reader.h"
#include "config/remote.h"

namespace lobby::config {

Device read_device(const Node& node, Report& report);

/// Nothing where nothing was written. That the keys are keys of minisign is for their user to find.
std::optional<Remote> read_remote(const Node& node, Report& report);

/// The keys of `public_key`, one or a list of at most ten, and where each stands; `form` says in messages what it
/// should be.
std::vector<std::pair<std::string, Where>> read_public_keys(const Node& node, std::string_view form, Report& report);

}  // namespace lobby::config
