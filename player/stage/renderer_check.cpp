#include <array>
#include <cstdlib>
#include <vector>

#include "base/format.h"
#include "stage/window.h"

namespace lobby::stage {

namespace {

struct Spot {
  SDL_Rect area;
  std::array<Uint8, 3> colour;
};

/// Four colours in a corner of the screen, none of which is black.
constexpr std::array<Spot, 4> spots{{{{0, 0, 8, 8}, {255, 0, 0}},
                                     {{8, 0, 8, 8}, {0, 255, 0}},
                                     {{0, 8, 8, 8}, {0, 0, 255}},
                                     {{8, 8, 8, 8}, {255, 255, 255}}}};

/// The colour in the middle of an area, as the renderer gives it back.
std::array<Uint8, 3> colour_in(SDL_Renderer* renderer, const SDL_Rect& area) {
  const SDL_Rect pixel{area.x + area.w / 2, area.y + area.h / 2, 1, 1};
  std::array<Uint8, 4> bytes{};
  SDL_RenderReadPixels(renderer, &pixel, SDL_PIXELFORMAT_RGBA32, bytes.data(), 4);
  return {bytes[0], bytes[1], bytes[2]};
}

bool alike(const std::array<Uint8, 3>& one, const std::array<Uint8, 3>& other) {
  constexpr int rounding = 12;  // Five bits a colour are enough.
  for (std::size_t index = 0; index < one.size(); ++index) {
    if (std::abs(one[index] - other[index]) > rounding) return false;
  }
  return true;
}

}  // namespace

Result<void> check_renderer(SDL_Renderer* renderer, std::string_view name) {
  SDL_RendererInfo info;
  if (SDL_GetRendererInfo(renderer, &info) != 0) return fail(ErrorKind::unavailable, SDL_GetError());
  if (info.name != name) {
    return fail(ErrorKind::unavailable,
                format("SDL draws with its renderer '{}', which may stay black without a word, and not with '{}'; are "
                       "libgles2, libegl1 and libgl1-mesa-dri installed?",
                       info.name, name));
  }
  SDL_SetRenderDrawBlendMode(renderer, SDL_BLENDMODE_NONE);
  for (const auto& [area, colour] : spots) {
    SDL_SetRenderDrawColor(renderer, colour[0], colour[1], colour[2], 255);
    SDL_RenderFillRect(renderer, &area);
  }
  for (const auto& [area, colour] : spots) {
    const auto seen = colour_in(renderer, area);
    if (alike(seen, colour)) continue;
    return fail(ErrorKind::unavailable,
                format("the display takes frames but does not show them: drawn was {},{},{}, read back {},{},{}; the "
                       "driver of the graphics card, or its Mesa, does not work",
                       colour[0], colour[1], colour[2], seen[0], seen[1], seen[2]));
  }
  SDL_SetRenderDrawColor(renderer, 0, 0, 0, 255);
  SDL_RenderClear(renderer);
  return {};
}

}  // namespace lobby::stage
