#include "scene/region.h"

#include <gmock/gmock.h>

#include "scene/build_scene.h"
#include "scene/facts.h"

namespace lobby::scene {
namespace {

using config::Direction;
using testing::ElementsAre;

class NoText final : public TextMeasurer {
 public:
  double width(const TextSetting& /*setting*/, std::string_view /*line*/) override { return 0; }
  Ink ink(const TextSetting& /*setting*/, std::string_view /*line*/) override { return {}; }
  bool covers(const std::string& /*face*/, std::string_view /*letter*/) override { return true; }
};

config::Element fill() {
  config::Fill black;
  black.colour = "#000000";
  return {{}, black};
}

content::Image image(const std::string& file, Size size) { return {file, {}, file, size}; }

playlist::Slide story(std::vector<content::Image> images) {
  content::Headline headline;
  headline.images = std::move(images);
  return {"1", playlist::HeadlineSlide{headline}};
}

Scene built(const playlist::Slide& slide, std::vector<config::Element> elements, Size screen) {
  config::Theme theme;
  theme.layouts["headline"].elements = std::move(elements);
  NoText measurer;
  return build_scene(slide, theme, {}, screen, measurer);
}

std::vector<Rect> boxes(const Scene& scene) {
  std::vector<Rect> all;
  for (const auto& op : scene.ops) {
    if (const auto* placed = std::get_if<FillOp>(&op)) all.push_back(placed->box);
    if (const auto* placed = std::get_if<PictureOp>(&op)) all.push_back(placed->box);
  }
  return all;
}

TEST(PartsOf, FillTheAreaToTheLastPixel) {
  EXPECT_THAT(parts_of({10, 20, 100, 50}, Direction::row, 1, {1, 1, 1}),
              ElementsAre(Rect{10, 20, 33, 50}, Rect{44, 20, 32, 50}, Rect{77, 20, 33, 50}));
  EXPECT_THAT(parts_of({0, 0, 80, 90}, Direction::column, 10, {3, 1}),
              ElementsAre(Rect{0, 0, 80, 60}, Rect{0, 70, 80, 20}));
}

TEST(PartsOf, AreEmptyWhereGapsTakeEverything) {
  EXPECT_THAT(parts_of({0, 0, 10, 10}, Direction::row, 20, {1, 1}), ElementsAre(Rect{0, 0, 0, 10}, Rect{20, 0, 0, 10}));
  EXPECT_THAT(parts_of({0, 0, 10, 10}, Direction::row, 20, {}), ElementsAre());
}

TEST(Region, BoxesCountInTheirCell) {
  config::Fill lower_half;
  lower_half.box = {0, 50, 100, 50};
  lower_half.colour = "#000000";
  const config::Region inner{{}, Direction::column, 0, {{1, {}, {}}, {1, {}, {{{}, lower_half}}}}};
  const config::Region outer{{50, 0, 50, 100}, Direction::row, 0, {{1, {}, {{{}, inner}}}, {3, {}, {fill()}}}};
  EXPECT_THAT(boxes(built(story({}), {{{}, outer}, fill()}, {800, 400})),
              ElementsAre(Rect{400, 300, 100, 100}, Rect{500, 0, 300, 400}, Rect{0, 0, 800, 400}));
}

TEST(Region, CellsThatDoNotApplyLeaveTheirRoomToTheOthers) {
  const config::Condition photo{config::Fact::photo, true};
  const config::Region region{{}, Direction::row, 0, {{1, {photo}, {{{}, config::Picture{}}}}, {1, {}, {fill()}}}};
  EXPECT_THAT(boxes(built(story({}), {{{}, region}}, {800, 400})), ElementsAre(Rect{0, 0, 800, 400}));
  EXPECT_THAT(boxes(built(story({image("a.jpg", {300, 200})}), {{{}, region}}, {800, 400})),
              ElementsAre(Rect{0, 0, 400, 400}, Rect{400, 0, 400, 400}));
}

TEST(Pictures, EachIsTheUsableOneOfItsNumber) {
  const auto slide = story({image("a.jpg", {200, 300}), image("", {}), image("b.jpg", {200, 300})});
  config::Picture second;
  second.index = 1;
  config::Picture third;
  third.index = 2;
  const auto pictures = built(slide, {{{}, second}, {{}, third}, {{}, config::Picture{}}}, {800, 400}).pictures();
  ASSERT_EQ(pictures.size(), 2U);
  EXPECT_EQ(pictures[0].file, "b.jpg");
  EXPECT_EQ(pictures[1].file, "a.jpg");
}

TEST(Pictures, AreFourAtMost) {
  const std::vector<config::Element> six(6, {{}, config::Picture{}});
  EXPECT_EQ(built(story({image("a.jpg", {200, 300})}), six, {800, 400}).pictures().size(), most_pictures);
}

TEST(Pictures, StandAsTheLayoutSays) {
  const auto slide = story({image("a.jpg", {200, 400})});
  config::Picture picture;
  const auto op = [&] { return built(slide, {{{}, picture}}, {800, 400}).pictures().at(0); };
  EXPECT_EQ(op().fit, PictureFit::whole) << "automatic: covering would lose three quarters";
  picture.fit = config::PictureFit::cover;
  picture.focus_y = 80;
  EXPECT_EQ(op().fit, PictureFit::cover);
  EXPECT_EQ(op().focus, (Focus{50, 80}));
  picture.fit = config::PictureFit::contain;
  EXPECT_EQ(op().box, (Rect{300, 0, 200, 400}));
  EXPECT_EQ(op().fit, PictureFit::cover);
  picture.fit = config::PictureFit::blurred;
  EXPECT_EQ(op().box, (Rect{0, 0, 800, 400}));
  EXPECT_EQ(op().fit, PictureFit::whole);
}

TEST(Facts, OfTheScreenAndThePicturesAreMeasured) {
  using config::Fact;
  const auto slide = story({});
  EXPECT_TRUE(holds(Fact::wide, slide, {3840, 1080}));
  EXPECT_FALSE(holds(Fact::wide, slide, {2048, 1080}));
  EXPECT_TRUE(holds(Fact::square, slide, {1080, 1080}));
  EXPECT_FALSE(holds(Fact::square, slide, {1280, 1024}));
  EXPECT_TRUE(holds(Fact::tall_photo, story({image("a.jpg", {200, 300})}), {1920, 1080}));
  EXPECT_FALSE(holds(Fact::tall_photo, story({image("a.jpg", {300, 200})}), {1920, 1080}));
  EXPECT_TRUE(holds(Fact::wide_photo, story({image("a.jpg", {600, 300})}), {1920, 1080}));
  EXPECT_FALSE(holds(Fact::wide_photo, story({}), {1920, 1080}));
  EXPECT_TRUE(holds(Fact::several_photos, story({image("a", {1, 1}), image("b", {1, 1})}), {1920, 1080}));
  EXPECT_FALSE(holds(Fact::several_photos, story({image("a", {1, 1}), image("", {})}), {1920, 1080}));
}

}  // namespace
}  // namespace lobby::scene
