#include <SDL.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

#include "stage/transition.h"
#include "stage/window.h"

// What a frame of a transition takes where frames are textures (OpenGL ES, as without a desktop), and a slice of the
// next slide on its way to the graphics card. Off screen, so that no clock of a display holds anything up.
namespace {

using namespace lobby;
using namespace lobby::stage;
using Clock = std::chrono::steady_clock;

Canvas speckled(Size size, std::uint32_t seed) {
  Canvas canvas(size);
  for (int y = 0; y < size.height; ++y) {
    for (int x = 0; x < size.width; ++x) canvas.row(y)[x] = 0xFF000000U | (seed = seed * 1664525U + 1013904223U) >> 8U;
  }
  return canvas;
}

/// Until the graphics card has drawn what it was told: a pixel is asked for.
void finish(SDL_Renderer* renderer) {
  std::uint32_t pixel = 0;
  const SDL_Rect one{0, 0, 1, 1};
  SDL_RenderReadPixels(renderer, &one, SDL_PIXELFORMAT_ARGB8888, &pixel, 4);
}

template <typename Draw>
void measure(const char* name, Size size, SDL_Renderer* renderer, int frames, Draw draw) {
  std::vector<double> milliseconds;
  for (int frame = 0; frame < frames; ++frame) {
    const auto began = Clock::now();
    draw(frame);
    finish(renderer);
    milliseconds.push_back(std::chrono::duration<double, std::milli>(Clock::now() - began).count());
  }
  std::ranges::sort(milliseconds);
  std::printf("%4d x %4d  %-28s %7.2f ms half %7.2f ms 95 %% %7.2f ms at most\n", size.width, size.height, name,
              milliseconds[milliseconds.size() / 2], milliseconds[milliseconds.size() * 95 / 100], milliseconds.back());
}

bool measure_at(Size size) {
  auto video = std::make_unique<Video>();
  Window window(SDL_CreateWindow("bench", 0, 0, size.width, size.height, SDL_WINDOW_OPENGL));
  SDL_Window* const shown = window.get();
  if (!window) {
    std::fprintf(stderr, "SDL cannot open a window: %s\n", SDL_GetError());
    return false;
  }
  auto presenter = texture_presenter(std::move(video), std::move(window));
  if (!presenter) {
    std::fprintf(stderr, "%s\n", presenter.error().message.c_str());
    return false;
  }
  SDL_Renderer* const renderer = SDL_GetRenderer(shown);
  const Canvas from = speckled(size, 1);
  const Canvas to = speckled(size, 2);
  measure("a whole frame", size, renderer, 20, [&](int frame) { (*presenter)->show(frame % 2 == 0 ? from : to); });
  const Canvas next = speckled(size, 3);
  constexpr int slices = 16;
  const int slice = size.height / slices;
  measure("a slice of the next one", size, renderer, slices,
          [&](int number) { (*presenter)->bring(next, number * slice, slice); });
  (*presenter)->prepare_transition(to, next, {12, 26, 38});
  for (const auto& [name, kind] : {std::pair("fade", TransitionKind::fade), std::pair("slide", TransitionKind::slide),
                                   std::pair("wipe", TransitionKind::wipe), std::pair("dip", TransitionKind::dip)}) {
    measure(name, size, renderer, 120, [&](int frame) {
      (*presenter)->show_moment(patches_at({kind, {0, 0, size.width, size.height * 9 / 10}}, size, frame / 120.0));
    });
  }
  return true;
}

}  // namespace

int main() {
  SDL_SetHint(SDL_HINT_VIDEODRIVER, "offscreen");
  SDL_SetHint(SDL_HINT_RENDER_DRIVER, "opengles2");
  bool good = true;
  for (const Size size : {Size{1280, 720}, Size{1920, 1080}, Size{3840, 2160}}) good = measure_at(size) && good;
  return good ? 0 : 1;
}
