#include "stage/display_switch.h"

#include <SDL_syswm.h>

#include <optional>

#include "stage/kms.h"

namespace lobby::stage {

namespace {

/// The descriptor of the graphics card that SDL draws with under KMSDRM.
std::optional<int> card_of(SDL_Window* window) {
#ifdef SDL_VIDEO_DRIVER_KMSDRM
  SDL_SysWMinfo info;
  SDL_VERSION(&info.version);
  if (SDL_GetWindowWMInfo(window, &info) == SDL_TRUE && info.subsystem == SDL_SYSWM_KMSDRM) {
    return info.info.kmsdrm.drm_fd;
  }
#endif
  return std::nullopt;
}

}  // namespace

Result<void> switch_display(SDL_Window* window, Light light) {
  if (const auto card = card_of(window)) return switch_connectors(*card, light);
  return fail(ErrorKind::unavailable, "the display cannot be switched: only one without a desktop can be");
}

std::vector<std::uint32_t> memory_on_displays(SDL_Window* window) {
  const auto card = card_of(window);
  return card ? shown_memory(*card) : std::vector<std::uint32_t>();
}

Result<void> check_display(SDL_Window* window, std::span<const std::uint32_t> others) {
  const auto card = card_of(window);
  return card ? check_picture(*card, others) : Result<void>();
}

void probe_displays(SDL_Window* window) {
  if (const auto card = card_of(window)) probe_connectors(*card);
}

}  // namespace lobby::stage
