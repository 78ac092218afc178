#pragma once

#include "app/compose.h"
#include "app/passage.h"
#include "config/config.h"

namespace lobby::app {

/// How a slide arrives, as the config asks for it; nothing: at once.
std::optional<Manner> manner_towards(const Frame& arriving, const config::Config& config, const config::Theme& theme);

}  // namespace lobby::app
