#include "stage/shapes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace lobby::stage {

namespace {

unsigned covered(double share, Colour colour) {
  return static_cast<unsigned>(std::lround(std::clamp(share, 0.0, 1.0) * colour.alpha));
}

/// An 8 × 8 ordered dither (Bayer 1973) in [-0.5, 0.5).
double dither(int x, int y) {
  static constexpr std::array<std::array<std::uint8_t, 8>, 8> matrix{{{0, 32, 8, 40, 2, 34, 10, 42},
                                                                      {48, 16, 56, 24, 50, 18, 58, 26},
                                                                      {12, 44, 4, 36, 14, 46, 6, 38},
                                                                      {60, 28, 52, 20, 62, 30, 54, 22},
                                                                      {3, 35, 11, 43, 1, 33, 9, 41},
                                                                      {51, 19, 59, 27, 49, 17, 57, 25},
                                                                      {15, 47, 7, 39, 13, 45, 5, 37},
                                                                      {63, 31, 55, 23, 61, 29, 53, 21}}};
  return (matrix[static_cast<std::size_t>(y & 7)][static_cast<std::size_t>(x & 7)] + 0.5) / 64.0 - 0.5;
}

std::uint32_t dithered_mix(Colour a, Colour b, double share, double noise) {
  const auto channel = [&](std::uint8_t from, std::uint8_t to) {
    // The noise is at least -0.5, so nothing here is negative, and to cut off is to round.
    const double raised = from + (to - from) * share + noise + 0.5;
    return static_cast<std::uint32_t>(std::clamp(static_cast<int>(raised), 0, 255));
  };
  return 0xFF000000U | channel(a.red, b.red) << 16U | channel(a.green, b.green) << 8U | channel(a.blue, b.blue);
}

/// How much of a pixel lies inside a box with round corners, from the distance to the corner's circle.
double corner_share(const Rect& box, int radius, int x, int y) {
  const double px = x + 0.5;
  const double py = y + 0.5;
  const double cx = std::clamp(px, static_cast<double>(box.x + radius), static_cast<double>(box.right() - radius));
  const double cy = std::clamp(py, static_cast<double>(box.y + radius), static_cast<double>(box.bottom() - radius));
  return radius + 0.5 - std::hypot(px - cx, py - cy);
}

/// A colour over `count` pixels.
void lay(std::uint32_t* pixels, int count, Colour colour) {
  if (colour.alpha == 255) {
    std::fill_n(pixels, count, pack(colour));
    return;
  }
  for (int index = 0; index < count; ++index) pixels[index] = blend(pixels[index], colour, colour.alpha);
}

}  // namespace

void draw_box(Canvas& canvas, const Rect& box, Colour colour, int radius) {
  const Rect area = intersection(box, canvas.bounds());
  for (int y = area.y; y < area.bottom(); ++y) {
    std::uint32_t* row = canvas.row(y);
    const auto cut = [&](int from, int to) {
      for (int x = from; x < to; ++x) row[x] = blend(row[x], colour, covered(corner_share(box, radius, x, y), colour));
    };
    // Only the squares at the corners are cut.
    const int inset = y < box.y + radius || y >= box.bottom() - radius ? radius : 0;
    const int first = std::clamp(box.x + inset, area.x, area.right());
    const int last = std::clamp(box.right() - inset, first, area.right());
    cut(area.x, first);
    lay(row + first, last - first, colour);
    cut(last, area.right());
  }
}

void draw_grade(Canvas& canvas, const Rect& box, Colour from, Colour to, double degrees) {
  const Rect area = intersection(box, canvas.bounds());
  const double angle = degrees * std::numbers::pi / 180.0;
  const double across = std::cos(angle);
  const double down = std::sin(angle);
  const double length = std::abs(across) * box.width + std::abs(down) * box.height;
  const double start_x = across >= 0 ? box.x : box.right();
  const double start_y = down >= 0 ? box.y : box.bottom();
  for (int y = area.y; y < area.bottom(); ++y) {
    std::uint32_t* row = canvas.row(y);
    for (int x = area.x; x < area.right(); ++x) {
      const double share = ((x + 0.5 - start_x) * across + (y + 0.5 - start_y) * down) / length;
      row[x] = dithered_mix(from, to, std::clamp(share, 0.0, 1.0), dither(x, y));
    }
  }
}

void draw_glow(Canvas& canvas, Point centre, double radius, Colour colour) {
  const Rect circle{static_cast<int>(centre.x - radius), static_cast<int>(centre.y - radius),
                    static_cast<int>(2 * radius) + 1, static_cast<int>(2 * radius) + 1};
  const Rect area = intersection(circle, canvas.bounds());
  for (int y = area.y; y < area.bottom(); ++y) {
    std::uint32_t* row = canvas.row(y);
    for (int x = area.x; x < area.right(); ++x) {
      const double distance = std::hypot(x + 0.5 - centre.x, y + 0.5 - centre.y) / radius;
      if (distance >= 1) continue;
      const double light = (1 - distance * distance) * (1 - distance * distance);
      row[x] = dithered_mix(unpack(row[x]), colour, light * colour.alpha / 255.0, dither(x, y));
    }
  }
}

namespace {

/// Half the width of the circle's chord at a vertical distance from its centre; 0 outside.
double half_chord(double radius, double distance) {
  return radius <= distance ? 0 : std::sqrt(radius * radius - distance * distance);
}

}  // namespace

void draw_ring(Canvas& canvas, Point centre, double radius, double line, Colour colour) {
  const double outer = radius + line / 2 + 1;
  const double inner = std::max(0.0, radius - line / 2 - 1);
  const int top = std::max(0, static_cast<int>(centre.y - outer));
  const int bottom = std::min(canvas.size().height, static_cast<int>(centre.y + outer) + 1);
  for (int y = top; y < bottom; ++y) {
    const double distance = std::abs(y + 0.5 - centre.y);
    const double far = half_chord(outer, distance);
    const double near = half_chord(inner, distance);
    std::uint32_t* row = canvas.row(y);
    const auto span = [&](double from, double to) {
      const int first = std::max(0, static_cast<int>(std::floor(from)));
      const int last = std::min(canvas.size().width, static_cast<int>(std::ceil(to)));
      for (int x = first; x < last; ++x) {
        const double away = std::abs(std::hypot(x + 0.5 - centre.x, y + 0.5 - centre.y) - radius);
        row[x] = blend(row[x], colour, covered(line / 2 + 0.5 - away, colour));
      }
    };
    if (near <= 1) {
      span(centre.x - far, centre.x + far);
    } else {
      // The two arcs must not share a pixel, or it would be blended twice.
      span(centre.x - far, std::floor(centre.x - near + 1));
      span(std::max(std::floor(centre.x + near - 1), std::floor(centre.x - near + 1)), centre.x + far);
    }
  }
}

}  // namespace lobby::stage
