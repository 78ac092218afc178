#pragma once

#include "app/compose.h"
#include "app/passage.h"
#include "config/config.h"

namespace lobby::app {

/// How a slide arrives after another one, as the config asks for it; nothing: at once. In a calm theme, and where the
/// theme or the strip's side changes, nothing moves: what would, fades.
std::optional<Manner> manner_towards(const Frame& arriving, const Frame& leaving, const config::Config& config);

}  // namespace lobby::app
