#include "base/canvas.h"

#include <gtest/gtest.h>

namespace lobby {
namespace {

constexpr Colour red{200, 30, 40};
constexpr Colour green{30, 160, 60};

/// Left half red, right half green.
Canvas halves(Size size) {
  Canvas canvas(size);
  for (int y = 0; y < size.height; ++y) {
    for (int x = 0; x < size.width; ++x) canvas.row(y)[x] = pack(x < size.width / 2 ? red : green);
  }
  return canvas;
}

TEST(Turned, FourQuartersAreTheOriginal) {
  const Canvas canvas = halves({30, 20});
  Canvas turning = canvas;
  for (int quarter = 0; quarter < 4; ++quarter) turning = turned(turning, 90);
  EXPECT_EQ(turning, canvas);
  EXPECT_EQ(turned(turned(canvas, 90), 270), canvas);
  EXPECT_EQ(turned(turned(canvas, 180), 180), canvas);
  EXPECT_EQ(turned(canvas, 90).row(0)[0], pack(red)) << "what was on the left is at the top";
  EXPECT_EQ(turned(canvas, 90).row(29)[0], pack(green));
}

}  // namespace
}  // namespace lobby
