#include "stage/desktop_size.h"

#include <SDL_syswm.h>

namespace lobby::stage {

#ifdef SDL_VIDEO_DRIVER_X11

std::optional<Size> desktop_size(SDL_Window* window) {
  SDL_SysWMinfo info;
  SDL_VERSION(&info.version);
  if (SDL_GetWindowWMInfo(window, &info) != SDL_TRUE || info.subsystem != SDL_SYSWM_X11) return std::nullopt;
  // SDL has loaded it; nothing else of the player needs it.
  static void* const library = SDL_LoadObject("libX11.so.6");
  if (library == nullptr) return std::nullopt;
  using AttributesOf = decltype(&XGetWindowAttributes);
  using RootOf = decltype(&XDefaultRootWindow);
  static const auto attributes_of = reinterpret_cast<AttributesOf>(SDL_LoadFunction(library, "XGetWindowAttributes"));
  static const auto root_of = reinterpret_cast<RootOf>(SDL_LoadFunction(library, "XDefaultRootWindow"));
  if (attributes_of == nullptr || root_of == nullptr) return std::nullopt;
  XWindowAttributes attributes;
  Display* const server = info.info.x11.display;
  if (attributes_of(server, root_of(server), &attributes) == 0) return std::nullopt;
  return Size{attributes.width, attributes.height};
}

/// Events of extensions, of which XRandR is one, have the numbers from 64 on.
bool may_change_desktop(const SDL_Event& event) {
  constexpr int first_of_extensions = 64;
  if (event.type != SDL_SYSWMEVENT || event.syswm.msg->subsystem != SDL_SYSWM_X11) return false;
  return event.syswm.msg->msg.x11.event.type >= first_of_extensions;
}

#else

std::optional<Size> desktop_size(SDL_Window* /*window*/) { return std::nullopt; }
bool may_change_desktop(const SDL_Event& /*event*/) { return false; }

#endif

}  // namespace lobby::stage
