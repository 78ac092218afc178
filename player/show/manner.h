#pragma once

#include "config/config.h"
#include "show/compose.h"
#include "show/passage.h"

namespace lobby::show {

/// How a slide arrives after another one, as the config asks for it; nothing: at once. In a calm theme, and where the
/// theme or the strip's side changes, nothing moves: what would, fades.
std::optional<Manner> manner_towards(const Frame& arriving, const Frame& leaving, const config::Config& config);

}  // namespace lobby::show
