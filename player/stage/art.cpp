#include "stage/art.h"

#include <SDL_image.h>

#include <algorithm>
#include <cstdint>

#include "stage/surface.h"
#include "stage/svg.h"

namespace lobby::stage {

namespace {

/// One pixel as nanosvg writes it: red, green, blue and a separate alpha, a byte each.
void blend_pixel(std::uint32_t& under, const std::uint8_t* pixel, std::optional<Colour> colour) {
  const Colour own{pixel[0], pixel[1], pixel[2]};
  const unsigned alpha = pixel[3];
  under = blend(under, colour.value_or(own), colour ? alpha * colour->alpha / 255U : alpha);
}

}  // namespace

// The loader leaks what it refuses, and more: it never sees anything else than a plain copy.
Result<void> draw_plain_art(Canvas& canvas, const Rect& box, std::string_view plain, std::optional<Colour> colour) {
  if (box.empty()) return {};
  SDL_RWops* stream = SDL_RWFromConstMem(plain.data(), static_cast<int>(plain.size()));
  if (stream == nullptr) return fail(ErrorKind::unavailable, SDL_GetError());
  const Surface drawn(IMG_LoadSizedSVG_RW(stream, box.width, box.height));
  SDL_RWclose(stream);
  if (!drawn || drawn->format->format != SDL_PIXELFORMAT_RGBA32) {
    return fail(ErrorKind::invalid, "this is no SVG with shapes that the player can draw");
  }
  // The loader rounds up, so that a side may be a pixel longer than the box.
  const int width = std::min(drawn->w, box.width);
  const int height = std::min(drawn->h, box.height);
  const int left = box.x + (box.width - width) / 2;
  const int top = box.y + (box.height - height) / 2;
  const Rect seen = intersection({left, top, width, height}, canvas.bounds());
  for (int y = seen.y; y < seen.bottom(); ++y) {
    const auto* row = static_cast<const std::uint8_t*>(drawn->pixels) + std::ptrdiff_t{drawn->pitch} * (y - top);
    for (int x = seen.x; x < seen.right(); ++x)
      blend_pixel(canvas.row(y)[x], row + std::ptrdiff_t{4} * (x - left), colour);
  }
  return {};
}

Result<void> draw_art(Canvas& canvas, const Rect& box, std::string_view svg, std::optional<Colour> colour) {
  if (box.empty()) return {};
  const auto plain = plain_svg(svg);
  if (!plain) return std::unexpected(plain.error());
  return draw_plain_art(canvas, box, *plain, colour);
}

}  // namespace lobby::stage
