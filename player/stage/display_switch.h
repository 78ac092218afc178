#pragma once

#include <SDL.h>

#include <cstdint>
#include <span>
#include <vector>

#include "base/result.h"
#include "stage/presenter.h"

namespace lobby::stage {

/// Switches the displays of a window's graphics card off or on (DPMS), through the descriptor that SDL has open: while
/// it is there nobody else may. Errs (unavailable) elsewhere than under KMSDRM, and with the kernel's reason. It may
/// take as long as a display takes to be set up. Main thread.
Result<void> switch_display(SDL_Window* window, Light light);

/// The numbers of the memory that the displays of the window's graphics card are shown; none elsewhere than under
/// KMSDRM. Main thread.
std::vector<std::uint32_t> memory_on_displays(SDL_Window* window);

/// Whether what is drawn goes to a display, by the word of the kernel: it is shown memory, but none of `others`. Errs
/// (unavailable) with what is missing; elsewhere than under KMSDRM nobody can say. Main thread.
Result<void> check_display(SDL_Window* window, std::span<const std::uint32_t> others);

/// Asks all displays of the window's graphics card for their modes, which only the descriptor of SDL may. Nothing
/// elsewhere than under KMSDRM. Main thread.
void probe_displays(SDL_Window* window);

}  // namespace lobby::stage
