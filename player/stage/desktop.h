#pragma once

#include <SDL.h>

#include <optional>

#include "base/geometry.h"

// What SDL does not know, or waits for, of the desktop. Without one there is nothing to know. Main thread.
namespace lobby::stage {

/// Where a window hears of its desktop: the file descriptor of its connection, which only SDL may read; -1 without a
/// desktop. SDL itself can sleep there, too, but others can end that only through SDL.
int desktop_connection(SDL_Window* window);

/// How large the desktop of a window is by now, which SDL does not follow. Nothing but under X11.
std::optional<Size> desktop_size(SDL_Window* window);

/// Whether an event, of those that SDL passes on as they are, may say that the desktop has changed.
bool may_change_desktop(const SDL_Event& event);

/// Leaves word for the window manager that is there, or comes later: this window is full-screen. Before it is shown.
void ask_for_full_screen(SDL_Window* window);

}  // namespace lobby::stage
