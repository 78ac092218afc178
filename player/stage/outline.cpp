#include "stage/outline.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace lobby::stage {

namespace {

/// The pixels of a canvas that points reach, with so much around them.
Rect reached(std::span<const Point> points, double around, const Canvas& canvas) {
  const auto [left, right] = std::ranges::minmax(points, {}, &Point::x);
  const auto [top, bottom] = std::ranges::minmax(points, {}, &Point::y);
  // Far outside of the canvas numbers would leave the range of whole pixels.
  const auto whole = [](double value) { return static_cast<int>(std::clamp(value, -1e6, 1e6)); };
  const int x = whole(std::floor(left.x - around));
  const int y = whole(std::floor(top.y - around));
  return intersection({x, y, whole(std::ceil(right.x + around)) - x, whole(std::ceil(bottom.y + around)) - y},
                      canvas.bounds());
}

void blend_row(std::span<const double> shares, Colour colour, std::uint32_t* row) {
  for (std::size_t x = 0; x < shares.size(); ++x) {
    const double share = std::clamp(shares[x], 0.0, 1.0);
    if (share > 0) row[x] = blend(row[x], colour, static_cast<unsigned>(std::lround(share * colour.alpha)));
  }
}

struct Crossing {
  double x = 0;
  int turn = 0;  ///< 1 where the line goes down there, -1 where it goes up.
};

std::vector<Crossing> crossings_at(double y, std::span<const Point> points) {
  std::vector<Crossing> crossings;
  for (std::size_t index = 0; index < points.size(); ++index) {
    const Point from = points[index];
    const Point to = points[(index + 1) % points.size()];
    if ((from.y <= y) == (to.y <= y)) continue;
    crossings.push_back({from.x + (y - from.y) * (to.x - from.x) / (to.y - from.y), from.y < to.y ? 1 : -1});
  }
  std::ranges::sort(crossings, {}, &Crossing::x);
  return crossings;
}

/// Adds what a run from `from` to `to`, in pixels from the row's beginning, covers of each pixel.
void add_run(double from, double to, double weight, std::span<double> shares) {
  from = std::clamp(from, 0.0, static_cast<double>(shares.size()));
  to = std::clamp(to, 0.0, static_cast<double>(shares.size()));
  for (auto x = static_cast<std::size_t>(from); static_cast<double>(x) < to; ++x) {
    const double begin = std::max(from, static_cast<double>(x));
    const double end = std::min(to, static_cast<double>(x + 1));
    shares[x] += weight * (end - begin);
  }
}

double distance_to(Point from, Point to, double x, double y) {
  const double dx = to.x - from.x;
  const double dy = to.y - from.y;
  const double length = std::max(1e-9, dx * dx + dy * dy);
  const double along = std::clamp(((x - from.x) * dx + (y - from.y) * dy) / length, 0.0, 1.0);
  return std::hypot(x - from.x - along * dx, y - from.y - along * dy);
}

}  // namespace

void fill_outline(Canvas& canvas, std::span<const Point> points, Colour colour) {
  constexpr int lines = 16;  // looked at in each row of pixels
  if (points.size() < 3) return;
  const Rect area = reached(points, 0, canvas);
  std::vector<double> shares(static_cast<std::size_t>(area.width));
  for (int y = area.y; y < area.bottom(); ++y) {
    std::ranges::fill(shares, 0.0);
    for (int line = 0; line < lines; ++line) {
      int turns = 0;
      double from = 0;
      for (const auto [x, turn] : crossings_at(y + (line + 0.5) / lines, points)) {
        if (turns == 0) from = x;
        turns += turn;
        if (turns == 0) add_run(from - area.x, x - area.x, 1.0 / lines, shares);
      }
    }
    blend_row(shares, colour, canvas.row(y) + area.x);
  }
}

void draw_outline(Canvas& canvas, std::span<const Point> points, bool closed, double line, Colour colour) {
  if (points.size() < 2) return;
  const double reach = line / 2 + 1;
  const Rect area = reached(points, reach, canvas);
  std::vector<double> shares(static_cast<std::size_t>(area.width));
  for (int y = area.y; y < area.bottom(); ++y) {
    std::ranges::fill(shares, 0.0);
    for (std::size_t index = 0; index + (closed ? 0 : 1) < points.size(); ++index) {
      const Point from = points[index];
      const Point to = points[(index + 1) % points.size()];
      if (y + 1 < std::min(from.y, to.y) - reach || y > std::max(from.y, to.y) + reach) continue;
      const auto at = [&](double x) { return std::clamp(static_cast<int>(x) - area.x, 0, area.width); };
      const int end = at(std::max(from.x, to.x) + reach + 1);
      for (int x = at(std::min(from.x, to.x) - reach); x < end; ++x) {
        const double away = distance_to(from, to, area.x + x + 0.5, y + 0.5);
        auto& share = shares[static_cast<std::size_t>(x)];
        share = std::max(share, line / 2 + 0.5 - away);
      }
    }
    blend_row(shares, colour, canvas.row(y) + area.x);
  }
}

}  // namespace lobby::stage
