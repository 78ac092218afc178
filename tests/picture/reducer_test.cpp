#include "picture/reducer.h"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <numbers>

#include "picture/resample.h"

namespace lobby::picture {
namespace {

/// A picture of greys; `number` is 0 to 255.
Canvas drawn(Size size, const std::function<int(int x, int y)>& number) {
  Canvas canvas(size);
  for (int y = 0; y < size.height; ++y) {
    for (int x = 0; x < size.width; ++x) {
      const auto grey = static_cast<std::uint8_t>(number(x, y));
      canvas.row(y)[x] = pack({grey, grey, grey});
    }
  }
  return canvas;
}

double light_of(std::uint32_t pixel) {
  const double number = unpack(pixel).green / 255.0;
  return number <= 0.04045 ? number / 12.92 : std::pow((number + 0.055) / 1.055, 2.4);
}

double mean_light(const Canvas& canvas, const Rect& part) {
  double sum = 0;
  for (int y = part.y; y < part.bottom(); ++y) {
    for (int x = part.x; x < part.right(); ++x) sum += light_of(canvas.row(y)[x]);
  }
  return sum / part.width / part.height;
}

/// How far the light strays from its mean, as a standard deviation.
double unrest(const Canvas& canvas, const Rect& part) {
  const double mean = mean_light(canvas, part);
  double sum = 0;
  for (int y = part.y; y < part.bottom(); ++y) {
    for (int x = part.x; x < part.right(); ++x) sum += std::pow(light_of(canvas.row(y)[x]) - mean, 2);
  }
  return std::sqrt(sum / part.width / part.height);
}

Rect inside(const Canvas& canvas) { return {4, 4, canvas.size().width - 8, canvas.size().height - 8}; }

struct PatternCase {
  const char* name;
  std::function<bool(int, int)> white;
};

TEST(Reducer, BlackAndWhiteBecomeTheGreyThatAnEyeSeesFromAfar) {
  const PatternCase cases[] = {
      {"checkerboard", [](int x, int y) { return (x + y) % 2 == 0; }},
      {"upright stripes", [](int x, int) { return x % 2 == 0; }},
      {"level stripes", [](int, int y) { return y % 2 == 0; }},
  };
  for (const auto& [name, white] : cases) {
    const Canvas fine = drawn({400, 300}, [&](int x, int y) { return white(x, y) ? 255 : 0; });
    for (const Size size : {Size{100, 75}, Size{90, 68}, Size{160, 120}, Size{37, 28}}) {
      const Canvas small = resampled(fine, fine.bounds(), size);
      for (int y = 3; y < size.height - 3; ++y) {
        // Half the light is number 188; the mean of the numbers, 128, is a fifth of it.
        for (int x = 3; x < size.width - 3; ++x)
          ASSERT_NEAR(unpack(small.row(y)[x]).green, 188, 8) << name << size.width;
      }
      EXPECT_NEAR(mean_light(small, inside(small)), 0.5, 0.005) << name << size.width;
    }
  }
}

TEST(Reducer, KeepsTheLightOfAPicture) {
  const Canvas slope = drawn({801, 601}, [](int x, int y) { return (x * 7 + y * 13) % 256; });
  const double before = mean_light(slope, slope.bounds());
  for (const Size size : {Size{800, 600}, Size{533, 400}, Size{200, 150}, Size{33, 21}}) {
    EXPECT_NEAR(mean_light(resampled(slope, slope.bounds(), size), {0, 0, size.width, size.height}), before, 0.01);
  }
}

/// What a pattern of so many cycles a target pixel leaves, of its own contrast.
double left_of_stripes(double cycles, double step) {
  const int length = 1200;
  const auto wave = [&](int x) {
    const double light = 0.5 + 0.45 * std::sin(2 * std::numbers::pi * cycles / step * x);
    return static_cast<int>(std::lround(255 * (1.055 * std::pow(light, 1 / 2.4) - 0.055)));
  };
  const Canvas fine = drawn({length, 8}, [&](int x, int) { return wave(x); });
  const int width = static_cast<int>(length / step);
  const Canvas small = resampled(fine, fine.bounds(), {width, 8});
  return unrest(small, {8, 2, width - 16, 4}) / unrest(fine, {8, 2, length - 16, 4});
}

TEST(Reducer, LetsWhatTheScreenCanShowThroughAndLittleElse) {
  // Above half a cycle a pixel stripes would come back as false, coarser ones.
  for (const double step : {1.5, 2.0, 3.1, 6.25}) {
    EXPECT_GT(left_of_stripes(0.125, step), 0.95) << step;
    EXPECT_GT(left_of_stripes(0.25, step), 0.83) << step;
    EXPECT_LT(left_of_stripes(0.7, step), 0.11) << step;
    // A source cannot hold more than half a cycle a pixel of its own.
    for (const double cycles : {0.9, 1.3, 2.2}) {
      if (cycles > step / 2) break;
      EXPECT_LT(left_of_stripes(cycles, step), 0.02) << step;
    }
  }
}

TEST(Reducer, AZonePlateShowsNoFalseRings) {
  constexpr int side = 900;
  // Its rings grow finer outwards, to half a cycle a pixel at the middle of each edge.
  const Canvas plate = drawn({side, side}, [](int x, int y) {
    const double across = x - side / 2.0;
    const double down = y - side / 2.0;
    const double light = 0.5 + 0.45 * std::cos(std::numbers::pi * (across * across + down * down) / (side * 1.0));
    return static_cast<int>(std::lround(255 * (1.055 * std::pow(light, 1 / 2.4) - 0.055)));
  });
  for (const int small_side : {300, 290, 450}) {
    const Canvas small = resampled(plate, plate.bounds(), {small_side, small_side});
    // Beyond the middle of the way to an edge no ring is left that this size could show.
    const int corner = small_side / 8;
    EXPECT_LT(unrest(small, {4, 4, corner, corner}), 0.02) << small_side;
    EXPECT_NEAR(mean_light(small, {4, 4, corner, corner}), 0.5, 0.01) << small_side;
  }
}

TEST(Reducer, AnEdgeGetsARimThatNobodySees) {
  const Canvas edge = drawn({600, 20}, [](int x, int) { return x < 300 ? 60 : 230; });
  const Canvas small = resampled(edge, edge.bounds(), {281, 9});
  for (int x = 0; x < 281; ++x) {
    const int number = unpack(small.row(4)[x]).green;
    EXPECT_GE(number, 44) << x;
    EXPECT_LE(number, 233) << x;
  }
}

TEST(Reducer, APartOfAPictureIsReducedAlone) {
  const Canvas parts = drawn({200, 100}, [](int x, int) { return x < 100 ? 40 : 200; });
  const Canvas left = resampled(parts, {0, 0, 100, 100}, {50, 50});
  const Canvas right = resampled(parts, {100, 0, 100, 100}, {50, 50});
  EXPECT_EQ(unpack(left.row(25)[25]).green, 40);
  EXPECT_EQ(unpack(right.row(25)[25]).green, 200);
  EXPECT_EQ(resampled(parts, {100, 50, 20, 20}, {20, 20}), part_of(parts, {100, 50, 20, 20}));
}

}  // namespace
}  // namespace lobby::picture
