#include "stage/art.h"

#include <gtest/gtest.h>

namespace lobby::stage {
namespace {

constexpr const char* two_halves =
    "<svg viewBox='0 0 100 50'><rect width='50' height='50' fill='#ff0000'/>"
    "<rect x='50' width='50' height='50' fill='#00ff00' fill-opacity='0.5'/></svg>";

TEST(Art, StandsInTheMiddleOfItsBoxAsLargeAsItFits) {
  Canvas canvas({120, 120});
  ASSERT_TRUE(draw_art(canvas, {10, 10, 100, 100}, two_halves, std::nullopt));
  EXPECT_EQ(canvas.row(30)[20], 0xFF000000U) << "above it";
  EXPECT_EQ(canvas.row(60)[20], 0xFFFF0000U);
  EXPECT_EQ(canvas.row(60)[100], 0xFF007F00U) << "half of its green lets the ground through";
  EXPECT_EQ(canvas.row(90)[20], 0xFF000000U) << "below it";
}

TEST(Art, WithAColourIsAShape) {
  Canvas canvas({100, 50});
  ASSERT_TRUE(draw_art(canvas, canvas.bounds(), two_halves, Colour{0, 0, 255}));
  EXPECT_EQ(canvas.row(25)[10], 0xFF0000FFU);
  EXPECT_EQ(canvas.row(25)[90], 0xFF00007FU);
}

TEST(Art, IsCutOffAtTheEdgeOfTheCanvas) {
  Canvas canvas({40, 40});
  ASSERT_TRUE(draw_art(canvas, {-50, 0, 100, 50}, two_halves, std::nullopt));
  EXPECT_EQ(canvas.row(20)[20], 0xFF007F00U);
}

TEST(Art, ThatIsNoSvgIsRefused) {
  Canvas canvas({40, 40});
  for (const char* bytes : {"", "<p>", "<svg></svg>", "\x89PNG"}) {
    EXPECT_FALSE(draw_art(canvas, canvas.bounds(), bytes, std::nullopt)) << bytes;
  }
}

}  // namespace
}  // namespace lobby::stage
