#include "stage/cross_fade.h"

#include <gtest/gtest.h>

#include <vector>

namespace lobby::stage {
namespace {

TEST(CrossFade, LeavesEqualPixelsExactlyAsTheyAre) {
  std::vector<std::uint32_t> same(256 * 3);
  for (std::size_t index = 0; index < same.size(); ++index) {
    same[index] = 0xFF000000U | static_cast<std::uint32_t>(index * 2654435761U & 0xFFFFFFU);
  }
  std::vector<std::uint32_t> result(same.size());
  for (int step = 0; step <= 100; ++step) {
    cross_fade(same.data(), same.data(), result.data(), same.size(), step / 100.0);
    ASSERT_EQ(result, same) << step;
  }
}

TEST(CrossFade, EndsAtEitherSide) {
  const std::vector<std::uint32_t> a{0xFF102030U, 0xFFFFFFFFU};
  const std::vector<std::uint32_t> b{0xFFFEDCBAU, 0xFF000000U};
  std::vector<std::uint32_t> result(2);
  cross_fade(a.data(), b.data(), result.data(), 2, 0);
  EXPECT_EQ(result, a);
  cross_fade(a.data(), b.data(), result.data(), 2, 1);
  EXPECT_EQ(result, b);
  cross_fade(a.data(), b.data(), result.data(), 2, 0.5);
  EXPECT_EQ(result, (std::vector<std::uint32_t>{0xFF877E75U, 0xFF7F7F7FU}));
}

}  // namespace
}  // namespace lobby::stage
