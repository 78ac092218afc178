#pragma once

#include <string_view>

#include "base/geometry.h"
#include "config/layout.h"
#include "playlist/slide.h"

// What a layout may ask of a slide and of the screen it is for. Pure; any thread.
namespace lobby::scene {

/// Whether a fact holds of a slide on a screen of that size.
bool holds(config::Fact fact, const playlist::Slide& slide, Size screen);
bool hold(const config::Conditions& conditions, const playlist::Slide& slide, Size screen);

/// The banner on a slide, or null.
const calendar::Banner* banner_of(const playlist::Slide& slide);

/// The countdown on a slide, or null.
const calendar::Countdown* countdown_of(const playlist::Slide& slide);

/// Whether a telephone can follow a link: that of a local file leads nowhere.
bool on_the_web(std::string_view link);

}  // namespace lobby::scene
