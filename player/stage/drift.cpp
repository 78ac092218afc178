#include "stage/drift.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <span>
#include <utility>
#include <vector>

#include "picture/crop.h"
#include "picture/resample.h"
#include "stage/cross_fade.h"

namespace lobby::stage {

namespace {

std::uint32_t channel(std::uint32_t pixel, unsigned shift) { return pixel >> shift & 0xFFU; }

/// Colours that were mixed with black and white in the same shares differ by what is left of the two. Never more than
/// what the brightest channel leaves, so that nothing overflows.
std::uint32_t seen_between(std::uint32_t over_black, std::uint32_t over_white) {
  std::uint32_t seen = 0;
  std::uint32_t brightest = 0;
  for (const unsigned shift : {16U, 8U, 0U}) {
    const std::uint32_t dark = channel(over_black, shift);
    seen += std::max(dark, channel(over_white, shift)) - dark;
    brightest = std::max(brightest, dark);
  }
  return std::min((seen + 1) / 3, 255 - brightest);
}

/// Lays a row of a veil over a row of a frame. Byte by byte in 16 bits, as `cross_fade`: what every vector unit
/// multiplies. The upper byte of a share is such that the pixel stays opaque. `shares` is for its own use and as long.
void lay_over(std::span<const std::uint32_t> veil, std::uint32_t* row, std::span<std::uint32_t> shares) {
  for (std::size_t index = 0; index < veil.size(); ++index) {
    const std::uint32_t share = veil[index] >> 24U;
    shares[index] = share | share << 8U | share << 16U | (255 - share) << 24U;
  }
  const auto* colours = reinterpret_cast<const unsigned char*>(veil.data());
  const auto* seen = reinterpret_cast<const unsigned char*>(shares.data());
  auto* bytes = reinterpret_cast<unsigned char*>(row);
  const std::size_t count = veil.size() * 4;
  for (std::size_t index = 0; index < count; ++index) {
    const auto product = static_cast<std::uint16_t>(bytes[index] * seen[index] + 128);
    const auto rounded = static_cast<std::uint16_t>(product + (product >> 8U));
    bytes[index] = static_cast<unsigned char>(colours[index] + (rounded >> 8U));
  }
}

/// The turn of a place that was the upper left corner of a window of `window` pixels in a picture of `size`.
Place turned_place(Place place, Size window, Size size, int degrees) {
  const Rect area = turned(Rect{place.x, place.y, window.width, window.height}, size, degrees);
  return {area.x, area.y};
}

}  // namespace

Veil veil_of(Canvas over_black, const Canvas& over_white, const Rect& area) {
  Veil veil{area, std::move(over_black)};
  for (int y = 0; y < over_white.size().height; ++y) {
    std::uint32_t* row = veil.pixels.row(y);
    const std::uint32_t* light = over_white.row(y);
    for (int x = 0; x < over_white.size().width; ++x) {
      row[x] = (row[x] & 0xFFFFFFU) | seen_between(row[x], light[x]) << 24U;
    }
  }
  return veil;
}

Canvas covering_of(const Veil& veil) {
  Canvas covering = veil.pixels;
  for (int row = 0; row < covering.size().height; ++row) {
    for (int column = 0; column < covering.size().width; ++column) covering.row(row)[column] ^= 0xFF000000U;
  }
  return covering;
}

std::optional<Drift> drift_over(const Canvas& picture, const Rect& area, Focus focus, int percent) {
  const picture::Pan pan = picture::pan_for(picture, {area.width, area.height}, focus, percent);
  const bool upright = pan.from.x == pan.to.x;
  const int moved = upright ? pan.from.y - pan.to.y : pan.from.x - pan.to.x;
  const double scale =
      upright ? static_cast<double>(area.height) / pan.to.height : static_cast<double>(area.width) / pan.to.width;
  const int way = static_cast<int>(std::lround(std::abs(moved) * scale));
  if (way == 0) return std::nullopt;
  const Size size = upright ? Size{area.width, area.height + way} : Size{area.width + way, area.height};
  const Place far = upright ? Place{0, way} : Place{way, 0};
  return Drift{area,
               picture::resampled(picture, united(pan.from, pan.to), size),
               moved > 0 ? far : Place(),
               moved > 0 ? Place() : far,
               {}};
}

scene::Spot place_at(const Drift& drift, double share) {
  return {std::lerp(drift.from.x, drift.to.x, share), std::lerp(drift.from.y, drift.to.y, share)};
}

Canvas seen_at(const Drift& drift, double share) {
  const auto [x, y] = place_at(drift, share);
  return part_of(drift.picture, {static_cast<int>(x), static_cast<int>(y), drift.area.width, drift.area.height});
}

void clip(Drift& drift, const Rect& visible) {
  const Rect area = intersection(drift.area, visible);
  for (Place* place : {&drift.from, &drift.to}) {
    place->x += area.x - drift.area.x;
    place->y += area.y - drift.area.y;
  }
  drift.area = area;
}

void draw_drift(const Drift& drift, double share, Canvas& frame) {
  const auto [x, y] = place_at(drift, share);
  const int left = static_cast<int>(x);
  const int top = static_cast<int>(y);
  const double part = x - left + y - top;
  const int aside = x > left ? 1 : 0;
  const int below = y > top ? 1 : 0;
  const Rect& area = drift.area;
  const Veil& veil = drift.veil;
  const auto width = static_cast<std::size_t>(veil.area.width);
  std::vector<std::uint32_t> shares(width);
  for (int row = 0; row < area.height; ++row) {
    const std::uint32_t* here = drift.picture.row(top + row) + left;
    const std::uint32_t* next = drift.picture.row(top + row + below) + left + aside;
    cross_fade(here, next, frame.row(area.y + row) + area.x, static_cast<std::size_t>(area.width), part);
    const int veiled = area.y + row - veil.area.y;
    if (veiled < 0 || veiled >= veil.area.height) continue;
    lay_over({veil.pixels.row(veiled), width}, frame.row(area.y + row) + veil.area.x, shares);
  }
}

Drift turned(Drift drift, Size size, int degrees) {
  if (degrees == 0) return drift;
  const Size window{drift.area.width, drift.area.height};
  const Size picture = drift.picture.size();
  return {turned(drift.area, size, degrees),
          turned(drift.picture, degrees),
          turned_place(drift.from, window, picture, degrees),
          turned_place(drift.to, window, picture, degrees),
          {turned(drift.veil.area, size, degrees), turned(drift.veil.pixels, degrees)}};
}

}  // namespace lobby::stage
