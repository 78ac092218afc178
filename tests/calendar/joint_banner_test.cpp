#include <gtest/gtest.h>

#include "calendar/banner.h"
#include "names_on.h"

namespace lobby::calendar {
namespace {

using namespace std::chrono;

// Windows: 28/4–3/5 and 29/4–2/5.
TEST(JointBanner, HoldsDaysWithWindowsOfTheirOwnAndDropsEachWhenItsWindowEnds) {
  const std::vector<Anniversary> both = {{"30/4", 1975y / 4 / 30, Tone::celebration, Window{2, 3}},
                                         {"1/5", YearlyDay{May / 1}, Tone::celebration, Window{2, 1}}};
  EXPECT_EQ(names_on(2026y / 4 / 28, both), "30/4");
  EXPECT_EQ(names_on(2026y / 4 / 29, both), "30/4, 1/5");
  EXPECT_EQ(names_on(2026y / 5 / 2, both), "30/4, 1/5");
  EXPECT_EQ(names_on(2026y / 5 / 3, both), "30/4");
  EXPECT_EQ(names_on(2026y / 5 / 4, both), "");
}

TEST(JointBanner, StaysOneWhenTheWindowOfOneOfItsDaysIsChanged) {
  const Anniversary revolution{.name = "Cách mạng", .day = 1945y / 8 / 19};
  const Anniversary force{
      .name = "Công an", .day = 1945y / 8 / 19, .window = Window{.days_before = 14, .days_after = 1}};
  const std::vector<Anniversary> both = {revolution, force};
  EXPECT_EQ(names_on(2026y / 8 / 8, both), "Công an");
  EXPECT_EQ(names_on(2026y / 8 / 9, both), "Cách mạng, Công an");
  EXPECT_EQ(names_on(2026y / 8 / 20, both), "Cách mạng, Công an");
  EXPECT_EQ(names_on(2026y / 8 / 21, both), "Cách mạng");
  EXPECT_EQ(names_on(2026y / 8 / 23, both), "");
}

TEST(JointBanner, HasNoLunarFeast) {
  const Anniversary party{.name = "Đảng", .day = 1930y / 2 / 3};
  const Anniversary tet{.name = "Tết", .day = YearlyDay{LunarDay{1, 1}}};
  EXPECT_EQ(names_on(2028y / 1 / 26, {party, tet}), "Tết | Đảng");
  const Anniversary counted{.name = "Đống Đa", .day = YearlyDay{LunarDay{5, 1}, 1789}};
  EXPECT_EQ(names_on(2028y / 1 / 30, {party, counted}), "Đống Đa, Đảng");
}

}  // namespace
}  // namespace lobby::calendar
