#include "stage/presenter.h"

#include <SDL.h>

#include "base/format.h"
#include "stage/window.h"

namespace lobby::stage {

void Presenter::show_drift(Canvas& frame, const Drift& drift, double share) {
  draw_drift(drift, share, frame);
  show(frame, drift.area);
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

std::unexpected<Error> no_display(std::string_view what) {
  return fail(ErrorKind::unavailable,
              format("{}: {}; is a display connected, and may this user open it?", what, SDL_GetError()));
}

Size screen_size() {
  SDL_DisplayMode mode;
  if (SDL_GetDesktopDisplayMode(0, &mode) != 0) return {1280, 720};
  return {mode.w, mode.h};
}

/// KMSDRM's own choice of renderer can present black frames without an error, so both hints name OpenGL ES.
void set_hints() {
  SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");
  SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "0");
  SDL_SetHint(SDL_HINT_RENDER_DRIVER, "opengles2");
  SDL_SetHint(SDL_HINT_VIDEO_X11_NET_WM_BYPASS_COMPOSITOR, "1");
}

}  // namespace

Result<std::unique_ptr<Presenter>> open_presenter(const WindowOptions& options) {
  set_hints();
  auto video = std::make_unique<Video>();
  if (!video->ready()) return no_display("SDL cannot open a display");
  const std::string driver = SDL_GetCurrentVideoDriver();
  const bool textures = driver == "KMSDRM";
  SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, textures ? "opengles2" : "0");
  // Without a window manager nobody would enlarge a full-screen window, so it is made as large as the screen.
  const Size size = options.window.value_or(screen_size());
  const Uint32 flags = options.window ? SDL_WINDOW_SHOWN : SDL_WINDOW_FULLSCREEN_DESKTOP;
  Window window(SDL_CreateWindow(options.title.c_str(), SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, size.width,
                                 size.height, flags));
  if (!window) return no_display("SDL cannot open a window");
  if (!options.window) SDL_ShowCursor(SDL_DISABLE);
  if (!textures) return surface_presenter(std::move(video), std::move(window));
  auto presenter = texture_presenter(std::move(video), std::move(window));
  if (!presenter) return no_display("SDL cannot open a renderer");
  return presenter;
}

}  // namespace lobby::stage
