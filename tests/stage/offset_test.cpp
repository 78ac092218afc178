#include "stage/offset.h"

#include <gtest/gtest.h>

#include <vector>

namespace lobby::stage {
namespace {

TEST(Offset, ARowIsDrawnOutOverTheEdgeThatItLeavesFree) {
  struct Case {
    int right;
    std::vector<std::uint32_t> placed;
  };
  const Case cases[] = {
      {0, {1, 2, 3, 4}}, {1, {1, 1, 2, 3}}, {3, {1, 1, 1, 1}}, {-1, {2, 3, 4, 4}}, {-9, {4, 4, 4, 4}}};
  const std::vector<std::uint32_t> row{1, 2, 3, 4};
  for (const auto& [right, placed] : cases) {
    std::vector<std::uint32_t> target(4);
    place_row(row.data(), 4, {right, 0}, target.data());
    EXPECT_EQ(target, placed) << right;
  }
}

TEST(Offset, TheFirstAndTheLastRowAreDrawnOut) {
  EXPECT_EQ(row_at(0, {0, 2}, 10), 0);
  EXPECT_EQ(row_at(5, {0, 2}, 10), 3);
  EXPECT_EQ(row_at(9, {0, -2}, 10), 9);
  EXPECT_EQ(row_at(5, {0, -2}, 10), 7);
}

TEST(Offset, APartThatReachesAnEdgeStandsUpToIt) {
  EXPECT_EQ(rows_of({10, 90, 50, 10}, {0, -3}, {160, 100}), (Rect{0, 87, 160, 13}));
  EXPECT_EQ(rows_of({10, 0, 50, 10}, {0, 3}, {160, 100}), (Rect{0, 0, 160, 13}));
  EXPECT_EQ(rows_of({10, 20, 50, 10}, {4, 3}, {160, 100}), (Rect{0, 23, 160, 10}));
  EXPECT_EQ(rows_of({}, {4, 3}, {160, 100}), Rect{});
}

}  // namespace
}  // namespace lobby::stage
