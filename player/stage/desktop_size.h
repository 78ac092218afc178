#pragma once

#include <SDL.h>

#include <optional>

#include "base/geometry.h"

namespace lobby::stage {

/// How large the desktop of a window is by now, which SDL does not follow under X11. Nothing elsewhere. Main thread.
std::optional<Size> desktop_size(SDL_Window* window);

/// Whether an event, of those that SDL passes on as they are, may say that the desktop has changed.
bool may_change_desktop(const SDL_Event& event);

}  // namespace lobby::stage
