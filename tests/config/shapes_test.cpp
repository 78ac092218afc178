#include <gtest/gtest.h>

#include "faults.h"

namespace lobby::config {
namespace {

std::string faults_of(std::string_view shape) {
  return lines(parse_layout("elements: [{shape: " + std::string(shape) + "}]", "l.yaml", small_theme()));
}

TEST(Shapes, AreReadWithTheirCorners) {
  const auto checked = parse_layout(
      "elements: [{shape: {form: line, box: [5, 80, 90, 4], points: [[0, 0], [50, 100], [100, 0]], line: 0.4, colour: "
      "ink}}]",
      "l.yaml", small_theme());
  ASSERT_EQ(lines(checked), "");
  const Shape expected{{5, 80, 90, 4}, ShapeForm::line, {{0, 0}, {50, 100}, {100, 0}}, 0.4, "ink"};
  EXPECT_EQ(std::get<Shape>(checked.value->elements[0].what), expected);
}

TEST(Shapes, AreFilledUnlessTheyHaveALine) {
  const auto checked = parse_layout("elements: [{shape: {form: circle, colour: ink}}]", "l.yaml", small_theme());
  ASSERT_EQ(lines(checked), "");
  const Shape expected{{0, 0, 100, 100}, ShapeForm::circle, {}, 0, "ink"};
  EXPECT_EQ(std::get<Shape>(checked.value->elements[0].what), expected);
}

TEST(Shapes, SayWhatIsWrong) {
  const Fault faults[] = {
      {"{colour: ink}", "l.yaml:1:20: error: the key 'form' is missing"},
      {"{form: square, colour: ink}",
       "l.yaml:1:27: error: 'form' must be one of polygon, line, ellipse, circle, not 'square'"},
      {"{form: polygon, colour: ink}", "l.yaml:1:20: error: the key 'points' is missing"},
      {"{form: polygon, points: [[0, 0], [1, 1]], colour: ink}",
       "l.yaml:1:44: error: 'points' must be 3 to 64 points, not 2"},
      {"{form: polygon, points: [[0, 0], [1, 1], [120, 0]], colour: ink}",
       "l.yaml:1:62: error: the first number of a point must be a number from 0 to 100, not '120'"},
      {"{form: polygon, points: [[0, 0], [1, 1], 7], colour: ink}",
       "l.yaml:1:61: error: an entry of 'points' must be a list of two numbers [x, y], percents of the box, not '7'"},
      {"{form: circle, points: [[0, 0]], colour: ink}",
       "l.yaml:1:43: error: a round shape has no 'points'; it fills its box"},
      {"{form: line, points: [[0, 0], [1, 1]], colour: ink}",
       "l.yaml:1:20: error: 'line', the width of the line, must be greater than 0"},
      {"{form: circle, line: 11, colour: ink}", "l.yaml:1:41: error: 'line' must be a number from 0 to 10, not '11'"},
  };
  for (const auto& [shape, findings] : faults) EXPECT_EQ(faults_of(shape), findings) << shape;
}

}  // namespace
}  // namespace lobby::config
