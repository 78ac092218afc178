#include "stage/desktop.h"

#include <SDL_syswm.h>

#ifdef SDL_VIDEO_DRIVER_X11
#include <X11/Xatom.h>
#endif

namespace lobby::stage {

namespace {

template <typename Function>
bool load(void* library, const char* name, Function& function) {
  function = library == nullptr ? nullptr : reinterpret_cast<Function>(SDL_LoadFunction(library, name));
  return function != nullptr;
}

SDL_SysWMinfo described(SDL_Window* window) {
  SDL_SysWMinfo info;
  SDL_VERSION(&info.version);
  if (SDL_GetWindowWMInfo(window, &info) != SDL_TRUE) info.subsystem = SDL_SYSWM_UNKNOWN;
  return info;
}

#ifdef SDL_VIDEO_DRIVER_WAYLAND

int wayland_connection(SDL_Window* window) {
  const SDL_SysWMinfo info = described(window);
  if (info.subsystem != SDL_SYSWM_WAYLAND) return -1;
  static void* const library = SDL_LoadObject("libwayland-client.so.0");
  int (*descriptor_of)(wl_display*) = nullptr;
  return load(library, "wl_display_get_fd", descriptor_of) ? descriptor_of(info.info.wl.display) : -1;
}

#else

int wayland_connection(SDL_Window* /*window*/) { return -1; }

#endif

}  // namespace

#ifdef SDL_VIDEO_DRIVER_X11

namespace {

/// What is needed of libX11. SDL has loaded it; nothing else of the player needs it.
struct Xlib {
  decltype(&XConnectionNumber) connection;
  decltype(&XDefaultRootWindow) root;
  decltype(&XGetWindowAttributes) attributes;
  decltype(&XInternAtom) atom;
  decltype(&XChangeProperty) change_property;
};

std::optional<Xlib> load_xlib() {
  void* const library = SDL_LoadObject("libX11.so.6");
  Xlib x{};
  const bool loaded = load(library, "XConnectionNumber", x.connection) && load(library, "XDefaultRootWindow", x.root) &&
                      load(library, "XGetWindowAttributes", x.attributes) && load(library, "XInternAtom", x.atom) &&
                      load(library, "XChangeProperty", x.change_property);
  return loaded ? std::optional(x) : std::nullopt;
}

/// A window as the X server knows it.
struct ServedWindow {
  Xlib x;
  Display* server;
  ::Window window;
};

std::optional<ServedWindow> served(SDL_Window* window) {
  const SDL_SysWMinfo info = described(window);
  if (info.subsystem != SDL_SYSWM_X11) return std::nullopt;
  static const std::optional<Xlib> x = load_xlib();
  return x ? std::optional(ServedWindow{*x, info.info.x11.display, info.info.x11.window}) : std::nullopt;
}

}  // namespace

int desktop_connection(SDL_Window* window) {
  const auto at = served(window);
  return at ? at->x.connection(at->server) : wayland_connection(window);
}

std::optional<Size> desktop_size(SDL_Window* window) {
  const auto at = served(window);
  XWindowAttributes attributes;
  if (!at || at->x.attributes(at->server, at->x.root(at->server), &attributes) == 0) return std::nullopt;
  return Size{attributes.width, attributes.height};
}

/// Events of extensions, of which XRandR is one, have the numbers from 64 on.
bool may_change_desktop(const SDL_Event& event) {
  constexpr int first_of_extensions = 64;
  if (event.type != SDL_SYSWMEVENT || event.syswm.msg->subsystem != SDL_SYSWM_X11) return false;
  return event.syswm.msg->msg.x11.event.type >= first_of_extensions;
}

/// «Extended Window Manager Hints», _NET_WM_STATE.
void ask_for_full_screen(SDL_Window* window) {
  const auto at = served(window);
  if (!at) return;
  const auto& [x, server, own] = *at;
  const Atom full_screen = x.atom(server, "_NET_WM_STATE_FULLSCREEN", False);
  constexpr int bits = 32;
  x.change_property(server, own, x.atom(server, "_NET_WM_STATE", False), XA_ATOM, bits, PropModeReplace,
                    reinterpret_cast<const unsigned char*>(&full_screen), 1);
}

#else

int desktop_connection(SDL_Window* window) { return wayland_connection(window); }
std::optional<Size> desktop_size(SDL_Window* /*window*/) { return std::nullopt; }
bool may_change_desktop(const SDL_Event& /*event*/) { return false; }
void ask_for_full_screen(SDL_Window* /*window*/) {}

#endif

}  // namespace lobby::stage
