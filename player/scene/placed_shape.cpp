#include "scene/placed_shape.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace lobby::scene {

namespace {

/// Points of an ellipse whose straight lines stay within a fifth of a pixel of it.
std::vector<Spot> round(Spot centre, double half_width, double half_height) {
  constexpr double per_root = 5;
  const double radius = std::max(1.0, std::max(half_width, half_height));
  const int count = std::max(16, static_cast<int>(std::lround(per_root * std::sqrt(radius))));
  std::vector<Spot> points;
  for (int index = 0; index < count; ++index) {
    const double angle = 2 * std::numbers::pi * index / count;
    points.push_back({centre.x + half_width * std::cos(angle), centre.y + half_height * std::sin(angle)});
  }
  return points;
}

}  // namespace

ShapeOp placed_shape(const config::Shape& shape, const Rect& box, double line, Colour colour) {
  ShapeOp op{box, {}, shape.form != config::ShapeForm::line, line, colour};
  const double half_width = box.width / 2.0;
  const double half_height = box.height / 2.0;
  const Spot centre{box.x + half_width, box.y + half_height};
  const double radius = std::min(half_width, half_height);
  if (shape.form == config::ShapeForm::ellipse) op.points = round(centre, half_width, half_height);
  if (shape.form == config::ShapeForm::circle) op.points = round(centre, radius, radius);
  for (const auto& corner : shape.points) {
    op.points.push_back({box.x + corner.x * box.width / 100, box.y + corner.y * box.height / 100});
  }
  const int around = static_cast<int>(std::ceil(line / 2)) + 1;
  op.box = {box.x - around, box.y - around, box.width + 2 * around, box.height + 2 * around};
  return op;
}

}  // namespace lobby::scene
