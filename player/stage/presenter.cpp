#include "stage/presenter.h"

#include <SDL.h>

#include "base/format.h"
#include "stage/desktop.h"
#include "stage/window.h"

namespace lobby::stage {

void Presenter::show_drift(Canvas& frame, const Drift& drift, double share) {
  draw_drift(drift, share, frame);
  show(frame, drift.area);
}

Result<void> Presenter::light(Light /*light*/) {
  return fail(ErrorKind::unavailable, format("a display cannot be switched through {}", description()));
}

double refresh_rate_of(SDL_Window* window) {
  SDL_DisplayMode mode;
  const int display = SDL_GetWindowDisplayIndex(window);
  if (display >= 0 && SDL_GetCurrentDisplayMode(display, &mode) == 0 && mode.refresh_rate > 0) {
    return mode.refresh_rate;
  }
  return 60;
}

namespace {

// Drivers, as SDL names them; the one without a desktop is in window.h.
constexpr std::string_view x11 = "x11";
constexpr std::string_view wayland = "wayland";
/// Memory that nobody sees; SDL 2.26 takes it of its own accord where it finds nothing else.
constexpr std::string_view offscreen = "offscreen";

std::unexpected<Error> no_display(std::string_view what, std::string_view why = SDL_GetError()) {
  return fail(ErrorKind::unavailable, format("{}: {}; is a display connected, and may this user open it?", what, why));
}

DisplayMode desktop_mode() {
  SDL_DisplayMode mode;
  if (SDL_GetDesktopDisplayMode(0, &mode) != 0) return {{1280, 720}};
  return {{mode.w, mode.h}, mode.refresh_rate};
}

/// KMSDRM's own choice of renderer can present black frames without an error, so both hints name OpenGL ES. Of several
/// cards its choice may be one without a display.
void set_hints(const WindowOptions& options) {
  SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");
  SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "0");
  SDL_SetHint(SDL_HINT_RENDER_DRIVER, "opengles2");
  SDL_SetHint(SDL_HINT_VIDEO_X11_NET_WM_BYPASS_COMPOSITOR, "1");
  if (options.card) SDL_SetHint(SDL_HINT_KMSDRM_DEVICE_INDEX, std::to_string(*options.card).c_str());
}

/// What the display is to be switched to; nothing where that is what it has.
std::optional<SDL_DisplayMode> mode_to_set(const WindowOptions& options) {
  std::vector<SDL_DisplayMode> listed;
  std::vector<DisplayMode> modes;
  for (int index = 0; index < SDL_GetNumDisplayModes(0); ++index) {
    SDL_DisplayMode mode;
    if (SDL_GetDisplayMode(0, index, &mode) != 0) continue;
    listed.push_back(mode);
    modes.push_back({{mode.w, mode.h}, mode.refresh_rate});
  }
  const DisplayMode present = desktop_mode();
  const DisplayMode own = options.native && *options.native != present.size ? DisplayMode{*options.native} : present;
  const auto chosen = chosen_mode(modes, own, options.mode);
  if (!chosen || modes[*chosen] == present) return std::nullopt;
  return listed[*chosen];
}

Window new_window(const std::string& title, Size size, Uint32 flags) {
  return Window(
      SDL_CreateWindow(title.c_str(), SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, size.width, size.height, flags));
}

/// A window over all of an X11 desktop. SDL's own way waits a tenth of a second for a window manager to enlarge a
/// window, which has its size already, or has no manager.
Window desktop_window(const std::string& title) {
  Window window = new_window(title, desktop_mode().size, SDL_WINDOW_HIDDEN | SDL_WINDOW_BORDERLESS);
  if (!window) return window;
  ask_for_full_screen(window.get());
  SDL_ShowWindow(window.get());
  return window;
}

/// A window that was not made for its renderer is made anew by SDL, and no longer fills the screen then. Its size is in
/// points, of which each may be four pixels.
Window wayland_window(const std::string& title) {
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_ES);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 2);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 0);
  return new_window(title, desktop_mode().size,
                    SDL_WINDOW_FULLSCREEN_DESKTOP | SDL_WINDOW_OPENGL | SDL_WINDOW_ALLOW_HIGHDPI);
}

/// Without a desktop the display is switched, too.
Window display_window(const std::string& title, const std::optional<SDL_DisplayMode>& mode) {
  if (!mode) return new_window(title, desktop_mode().size, SDL_WINDOW_FULLSCREEN_DESKTOP);
  Window window = new_window(title, {mode->w, mode->h}, SDL_WINDOW_FULLSCREEN);
  if (window) SDL_SetWindowDisplayMode(window.get(), &*mode);
  return window;
}

Window full_screen(const WindowOptions& options, std::string_view driver) {
  Window window;
  if (driver == x11) {
    window = desktop_window(options.title);
  } else if (driver == wayland) {
    window = wayland_window(options.title);
  } else {
    window = display_window(options.title, driver == kmsdrm ? mode_to_set(options) : std::nullopt);
  }
  if (window) SDL_ShowCursor(SDL_DISABLE);
  return window;
}

}  // namespace

Result<std::unique_ptr<Presenter>> open_presenter(const WindowOptions& options) {
  set_hints(options);
  auto video = std::make_unique<Video>();
  if (!video->ready()) return no_display("SDL cannot open a display");
  const std::string driver = SDL_GetCurrentVideoDriver();
  const char* named = SDL_GetHint(SDL_HINT_VIDEODRIVER);
  if (driver == offscreen && (!named || *named == '\0')) {
    return no_display("SDL cannot open a display",
                      "neither X11 nor Wayland answers, and no card has one for this user");
  }
  const bool textures = driver == kmsdrm || driver == wayland;
  SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, textures ? "opengles2" : "0");
  Window window =
      options.window ? new_window(options.title, *options.window, SDL_WINDOW_SHOWN) : full_screen(options, driver);
  if (!window && textures) {
    return no_display("SDL cannot open a window, for which it loads libEGL and libGLESv2 (Debian: libegl1, libgles2)");
  }
  if (!window) return no_display("SDL cannot open a window");
  if (textures) return texture_presenter(std::move(video), std::move(window));
  return surface_presenter(std::move(video), std::move(window), !options.window);
}

}  // namespace lobby::stage
