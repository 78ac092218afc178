#pragma once

#include "app/compose.h"
#include "app/passage.h"
#include "config/config.h"

namespace lobby::app {

/// How a slide arrives, as the config asks for it; nothing: at once. `rotate` is that of the screen.
std::optional<Manner> manner_towards(const Frame& arriving, const config::Config& config, const config::Theme& theme);

/// The colour that frames of a composition lie on: never black, whatever the theme.
Colour ground_of(const scene::Scene& scene, const config::Theme& theme);

}  // namespace lobby::app
