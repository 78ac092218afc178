#include <gtest/gtest.h>

#include "scene/build_scene.h"
#include "scene/facts.h"
#include "scene/fields.h"
#include "screens.h"

namespace lobby::scene {
namespace {

/// No text is measured here.
class NoMeasurer final : public TextMeasurer {
 public:
  double width(const TextSetting& /*setting*/, std::string_view /*line*/) override { return 0; }
  Ink ink(const TextSetting& /*setting*/, std::string_view /*line*/) override { return {}; }
  bool covers(const std::string& /*face*/, std::string_view /*letter*/) override { return true; }
};

const playlist::Slide board{"mourning:1", playlist::MourningSlide{"Tin buồn", "Lễ viếng từ 7 giờ"}};

config::Layout filled(const std::string& colour, const config::Conditions& when = {}) {
  config::Fill fill;
  fill.colour = colour;
  return {{{when, fill}}};
}

std::vector<Colour> fills_of(const Scene& scene) {
  std::vector<Colour> colours;
  for (const auto& op : scene.ops) {
    if (const auto* fill = std::get_if<FillOp>(&op)) colours.push_back(fill->colour);
  }
  return colours;
}

std::vector<Colour> fills(const playlist::Slide& slide, const config::Theme& theme) {
  NoMeasurer measurer;
  return fills_of(build_scene(slide, theme, {}, full_hd, measurer));
}

TEST(Trim, LiesOverTheSlideButNotOverTheStrip) {
  config::Theme theme;
  theme.layouts = {{"standby", filled("#010101")}, {"trim", filled("#020202")}, {"strip", filled("#030303")}};
  const playlist::Slide standby{"standby", playlist::StandbySlide{}};
  EXPECT_EQ(fills(standby, theme), (std::vector<Colour>{{1, 1, 1}, {2, 2, 2}}));
  NoMeasurer measurer;
  EXPECT_EQ(fills_of(build_strip(standby, theme, {}, full_hd, measurer)), (std::vector<Colour>{{3, 3, 3}}));
}

TEST(Trim, ObeysTheFactsOfTheSlide) {
  config::Theme theme;
  theme.layouts = {{"trim", filled("#020202", {{config::Fact::mourning, false}})}};
  EXPECT_EQ(fills(board, theme), std::vector<Colour>());
}

TEST(Board, IsANoticeInAThemeThatHasNone) {
  config::Theme theme;
  theme.layouts = {{"notice", filled("#010101")}};
  EXPECT_EQ(fills(board, theme), (std::vector<Colour>{{1, 1, 1}}));
  theme.layouts["mourning"] = filled("#020202");
  EXPECT_EQ(fills(board, theme), (std::vector<Colour>{{2, 2, 2}}));
}

TEST(Board, SaysWhatTheConfigSays) {
  EXPECT_EQ(fields_of(board, {}).at("title"), "Tin buồn");
  EXPECT_EQ(fields_of(board, {}).at("summary"), "Lễ viếng từ 7 giờ");
  EXPECT_TRUE(holds(config::Fact::mourning, board, full_hd));
  EXPECT_FALSE(holds(config::Fact::banner, board, full_hd));
}

TEST(Pictures, AreGreyWhereTheThemeIs) {
  config::Theme theme;
  theme.layouts["photo"].elements = {{{}, config::Picture()}};
  const playlist::Slide photo{"photo:1",
                              playlist::PhotoSlide{{{"b", {}, "/b.jpg", {1600, 900}}, {}, std::nullopt, {}}}};
  NoMeasurer measurer;
  EXPECT_EQ(build_scene(photo, theme, {}, full_hd, measurer).pictures().at(0).tone, PictureTone::natural);
  theme.pictures = config::PictureTone::grey;
  EXPECT_EQ(build_scene(photo, theme, {}, full_hd, measurer).pictures().at(0).tone, PictureTone::grey);
}

}  // namespace
}  // namespace lobby::scene
