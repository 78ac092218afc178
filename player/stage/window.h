#pragma once

#include <SDL.h>

#include <memory>
#include <string_view>

#include "base/result.h"
#include "stage/presenter.h"

// What the two presenters share. Main thread.
namespace lobby::stage {

/// The driver of a display without a desktop, as SDL names it.
inline constexpr std::string_view kmsdrm = "KMSDRM";

struct WindowDeleter {
  void operator()(SDL_Window* window) const { SDL_DestroyWindow(window); }
};
using Window = std::unique_ptr<SDL_Window, WindowDeleter>;

/// SDL's video subsystem, open as long as the presenter lives.
class Video {
 public:
  Video() : ready_(SDL_InitSubSystem(SDL_INIT_VIDEO) == 0) {}
  ~Video() {
    if (ready_) SDL_QuitSubSystem(SDL_INIT_VIDEO);
  }
  Video(const Video&) = delete;
  Video& operator=(const Video&) = delete;
  bool ready() const { return ready_; }

 private:
  bool ready_;
};

/// Frames a second of the display that a window is on; 60 where it does not say.
double refresh_rate_of(SDL_Window* window);

/// Draws and reads back; errs (unavailable) where that is not what was drawn, or where another renderer draws than the
/// one that was named. SDL's own choice can present black without an error.
Result<void> check_renderer(SDL_Renderer* renderer, std::string_view name);

/// Frames go straight into the window's surface. `fills`: the window is to be as large as its desktop. Errs
/// (unavailable) where the window has no surface.
Result<std::unique_ptr<Presenter>> surface_presenter(std::unique_ptr<Video> video, Window window, bool fills);

/// Frames are textures. Errs (unavailable) where SDL has no renderer for the window, or one that does not draw.
Result<std::unique_ptr<Presenter>> texture_presenter(std::unique_ptr<Video> video, Window window);

}  // namespace lobby::stage
