#pragma once

#include <SDL.h>

#include <memory>

#include "base/canvas.h"

namespace lobby::stage {

struct SurfaceDeleter {
  void operator()(SDL_Surface* surface) const { SDL_FreeSurface(surface); }
};
using Surface = std::unique_ptr<SDL_Surface, SurfaceDeleter>;

/// A view of a canvas for SDL; the canvas must outlive it. SDL does not write through it here, whatever its type says.
inline Surface surface_over(const Canvas& canvas) {
  const Size size = canvas.size();
  return Surface(SDL_CreateRGBSurfaceWithFormatFrom(const_cast<std::uint32_t*>(canvas.row(0)), size.width, size.height,
                                                    32, size.width * 4, SDL_PIXELFORMAT_RGB888));
}

}  // namespace lobby::stage
