#include "picture/fitted.h"

#include <algorithm>

#include "picture/crop.h"
#include "picture/picture.h"
#include "picture/resample.h"

namespace lobby::picture {

namespace {

void darken(Canvas& canvas) {
  for (int y = 0; y < canvas.size().height; ++y) {
    std::uint32_t* row = canvas.row(y);
    for (int x = 0; x < canvas.size().width; ++x) row[x] = blend(row[x], {0, 0, 0}, 90);
  }
}

/// A small, blurred copy enlarged again: the eye cannot tell it from a large blur, and it costs a sixteenth.
Canvas backdrop(const Canvas& picture, Size box, Focus focus) {
  constexpr int reduction = 8;
  const Size small{std::max(1, box.width / reduction), std::max(1, box.height / reduction)};
  Canvas canvas = resampled(picture, crop_for(picture, box, focus), small);
  blur(canvas, std::max(2, std::min(small.width, small.height) / 18));
  darken(canvas);
  return resampled(canvas, canvas.bounds(), box);
}

/// To cover a box each side must cover it; to lie within it, one is enough.
Size least_for(Size picture, const Fitting& fitting) {
  const Size box = fitting.box;
  if (fitting.fit == PictureFit::cover) return box;
  const bool by_height =
      static_cast<std::int64_t>(picture.width) * box.height < static_cast<std::int64_t>(picture.height) * box.width;
  return by_height ? Size{1, box.height} : Size{box.width, 1};
}

}  // namespace

Result<Canvas> decode_fitted(std::string_view bytes, const Fitting& fitting) {
  const auto info = read_picture_info(bytes);
  if (!info) return std::unexpected(info.error());
  const auto pixels = decode_picture(bytes, least_for(info->size, fitting));
  if (!pixels) return std::unexpected(pixels.error());
  auto made = fitted(*pixels, fitting.box, fitting.fit, fitting.focus);
  if (fitting.tone == PictureTone::grey) make_grey(made);
  return made;
}

Canvas fitted(const Canvas& picture, Size box, PictureFit fit, Focus focus) {
  if (fit == PictureFit::cover) return resampled(picture, crop_for(picture, box, focus), box);
  Canvas canvas = backdrop(picture, box, focus);
  const Rect whole = contained(picture.size(), canvas.bounds());
  place_part(resampled(picture, picture.bounds(), {whole.width, whole.height}), canvas, whole);
  return canvas;
}

}  // namespace lobby::picture
