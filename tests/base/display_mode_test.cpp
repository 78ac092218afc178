#include "base/display_mode.h"

#include <gtest/gtest.h>

#include <vector>

namespace lobby {
namespace {

using Kind = ModeWish::Kind;

const std::vector<DisplayMode> television{{{3840, 2160}, 60}, {{3840, 2160}, 30}, {{1920, 1080}, 120},
                                          {{1920, 1080}, 60}, {{1920, 1080}, 50}, {{1920, 1080}, 24},
                                          {{1280, 720}, 60},  {{720, 576}, 50}};

DisplayMode chosen(const DisplayMode& own, const ModeWish& wish, const std::vector<DisplayMode>& modes = television) {
  const auto index = chosen_mode(modes, own, wish);
  return index ? modes[*index] : DisplayMode();
}

TEST(DisplayModes, ADisplayKeepsItsOwnUnlessThatIsLargerThanItNeedBe) {
  EXPECT_EQ(chosen({{1920, 1080}, 50}, {}), (DisplayMode{{1920, 1080}, 50}));
  EXPECT_EQ(chosen({{1280, 720}, 60}, {}), (DisplayMode{{1280, 720}, 60}));
  EXPECT_EQ(chosen({{3840, 2160}, 60}, {}), (DisplayMode{{1920, 1080}, 60}));
  EXPECT_EQ(chosen({{3840, 2160}, 60}, {}, {{{3840, 2160}, 60}}), (DisplayMode{{3840, 2160}, 60})) << "it has no other";
}

TEST(DisplayModes, OneOfItsOwnShapeComesBeforeALargerOne) {
  const std::vector<DisplayMode> monitor{
      {{3840, 2160}, 60}, {{1920, 1200}, 60}, {{1920, 1080}, 60}, {{1366, 768}, 60}, {{1024, 768}, 60}};
  EXPECT_EQ(chosen({{3840, 2160}, 60}, {}, monitor), (DisplayMode{{1920, 1080}, 60}));
  EXPECT_EQ(chosen({{3840, 2400}, 60}, {}, monitor), (DisplayMode{{1920, 1200}, 60}));
  EXPECT_EQ(chosen({{1360, 765}, 60}, {}, {{{1366, 768}, 60}, {{1280, 1024}, 60}}), (DisplayMode{{1366, 768}, 60}));
  EXPECT_EQ(chosen({{3440, 1440}, 60}, {}, monitor), (DisplayMode{{1920, 1200}, 60})) << "none has its shape";
  const std::vector<DisplayMode> laptop{{{3840, 2560}, 60}, {{1920, 1200}, 60}, {{1920, 1080}, 60}, {{720, 480}, 60}};
  EXPECT_EQ(chosen({{3840, 2560}, 60}, {}, laptop), (DisplayMode{{1920, 1200}, 60})) << "its shape, but far too coarse";
}

TEST(DisplayModes, ADisplayThatIsBuiltUprightIsMeasuredTheSame) {
  const std::vector<DisplayMode> column{
      {{2160, 3840}, 60}, {{1080, 1920}, 60}, {{1920, 1200}, 60}, {{1920, 1080}, 60}, {{720, 1280}, 60}};
  EXPECT_EQ(chosen({{1080, 1920}, 60}, {}, column), (DisplayMode{{1080, 1920}, 60}));
  EXPECT_EQ(chosen({{2160, 3840}, 60}, {}, column), (DisplayMode{{1080, 1920}, 60}));
  const std::vector<DisplayMode> lying{{{2160, 3840}, 60}, {{1920, 1200}, 60}, {{1920, 1080}, 60}};
  EXPECT_EQ(chosen({{2160, 3840}, 60}, {}, lying), (DisplayMode{{2160, 3840}, 60})) << "better large than across";
  const std::vector<DisplayMode> coarse{{{2160, 3840}, 60}, {{1920, 1080}, 60}, {{720, 1280}, 60}};
  EXPECT_EQ(chosen({{2160, 3840}, 60}, {}, coarse), (DisplayMode{{720, 1280}, 60}));
  const std::vector<DisplayMode> wide{{{3440, 1440}, 60}, {{1200, 1920}, 60}, {{1920, 1080}, 60}};
  EXPECT_EQ(chosen({{3440, 1440}, 60}, {}, wide), (DisplayMode{{1920, 1080}, 60}));
}

TEST(DisplayModes, ASizeWithoutARateIsThatOfTheUsualRate) {
  EXPECT_EQ(chosen({{1920, 1080}, 0}, {}), (DisplayMode{{1920, 1080}, 60}));
  EXPECT_EQ(chosen({{1280, 720}, 60}, {Kind::exact, {{1920, 1080}, 0}}), (DisplayMode{{1920, 1080}, 60}));
}

TEST(DisplayModes, WhatIsAskedForIsTakenWithTheNearestRate) {
  EXPECT_EQ(chosen({{3840, 2160}, 60}, {Kind::exact, {{3840, 2160}, 60}}), (DisplayMode{{3840, 2160}, 60}));
  EXPECT_EQ(chosen({{3840, 2160}, 60}, {Kind::exact, {{1920, 1080}, 25}}), (DisplayMode{{1920, 1080}, 24}));
  EXPECT_EQ(chosen({{1920, 1080}, 50}, {Kind::exact, {{1024, 768}, 60}}), (DisplayMode{{1920, 1080}, 50}))
      << "it has none of that size";
}

TEST(DisplayModes, TheLargestIsTakenWhereItIsAskedFor) {
  EXPECT_EQ(chosen({{1920, 1080}, 60}, {Kind::largest}), (DisplayMode{{3840, 2160}, 60}));
}

TEST(DisplayModes, WhatADisplayHasAndDoesNotListIsReplaced) {
  EXPECT_EQ(chosen({{800, 600}, 60}, {}, {{{1280, 720}, 60}, {{1366, 768}, 60}}), (DisplayMode{{1366, 768}, 60}));
}

TEST(DisplayModes, WithoutModesThereIsNothingToChoose) { EXPECT_EQ(chosen_mode({}, {}, {}), std::nullopt); }

}  // namespace
}  // namespace lobby
