#include "base/format.h"
#include "config/layout_reader.h"

namespace lobby::config {

namespace {

constexpr std::size_t most_points = 64;

const Scalar<ShapeForm>& form() {
  static const auto scalar = choice<ShapeForm>({{"polygon", ShapeForm::polygon},
                                                {"line", ShapeForm::line},
                                                {"ellipse", ShapeForm::ellipse},
                                                {"circle", ShapeForm::circle}});
  return scalar;
}

std::optional<Corner> read_corner(const Node& node, Report& report) {
  const auto numbers = list_of(node, 2);
  if (!numbers) {
    report_mismatch(node, "an entry of 'points'", "a list of two numbers [x, y], percents of the box", {}, report);
    return std::nullopt;
  }
  static const auto percent = number(0, 100);
  const auto x = read_scalar((*numbers)[0], "the first number of a point", percent, report);
  const auto y = read_scalar((*numbers)[1], "the second number of a point", percent, report);
  if (!x || !y) return std::nullopt;
  return Corner{*x, *y};
}

/// Round shapes have no corners; others need enough of them.
void read_points(const MapReader& map, Shape& shape) {
  if (shape.form == ShapeForm::ellipse || shape.form == ShapeForm::circle) {
    if (map.has("points")) map.report().error(map.place("points"), "a round shape has no 'points'; it fills its box");
    return;
  }
  const auto entries = map.require_list("points");
  const std::size_t least = shape.form == ShapeForm::polygon ? 3 : 2;
  if (map.has("points") && (entries.size() < least || entries.size() > most_points)) {
    map.report().error(map.place("points"),
                       format("'points' must be {} to {} points, not {}", least, most_points, entries.size()));
    return;
  }
  for (const Node& entry : entries) {
    if (const auto corner = read_corner(entry, map.report())) shape.points.push_back(*corner);
  }
}

}  // namespace

Shape read_shape(const Node& node, const LayoutReader& reader) {
  const MapReader map(node, "'shape'", {"form", "box", "points", "line", "colour"}, reader.report());
  Shape shape;
  reader.read_box(map, shape.box);
  if (map.require("form", form(), shape.form)) read_points(map, shape);
  map.read("line", number(0, 10), shape.line);
  if (shape.form == ShapeForm::line && shape.line <= 0) {
    map.report().error(map.place("line"), "'line', the width of the line, must be greater than 0");
  }
  reader.require_colour(map, shape.colour);
  return shape;
}

}  // namespace lobby::config
