#include <gmock/gmock.h>

#include "scene/facts.h"
#include "scene/fields.h"
#include "screens.h"

namespace lobby::scene {
namespace {

content::Photo photo(const std::string& url, const std::string& caption) {
  return {{url, caption, "/media/" + url, {1200, 1800}, "An"}, "Ngày hội", std::nullopt, "Ảnh"};
}

TEST(PhotoPairs, SayWhatEachPhotoSays) {
  const playlist::Slide slide{"1", playlist::PhotoPairSlide{photo("a", "Lễ ra quân"), photo("b", "")}};
  const auto fields = fields_of(slide, {});
  EXPECT_EQ(fields.at("caption"), "Lễ ra quân");
  EXPECT_EQ(fields.at("second_caption"), "Ngày hội");
  EXPECT_EQ(fields.at("second_credit"), "An");
  ASSERT_NE(picture_of(slide, 1), nullptr);
  EXPECT_EQ(picture_of(slide, 1)->url, "b");
  EXPECT_EQ(picture_of(slide, 2), nullptr);
  EXPECT_TRUE(holds(config::Fact::several_photos, slide, full_hd));
  EXPECT_TRUE(holds(config::Fact::tall_photo, slide, full_hd));
}

TEST(PhotoPairs, MaySayTheSame) {
  const auto pair = [](const std::string& one, const std::string& other) {
    return playlist::Slide{"1", playlist::PhotoPairSlide{photo("a", one), photo("b", other)}};
  };
  EXPECT_TRUE(holds(config::Fact::shared_caption, pair("Lễ", "Lễ"), full_hd));
  EXPECT_TRUE(holds(config::Fact::shared_caption, pair("", ""), full_hd));
  EXPECT_FALSE(holds(config::Fact::shared_caption, pair("Lễ", "Hội"), full_hd));
}

TEST(Series, APhotoSaysItsPlaceAndTheTitleOnce) {
  const playlist::Slide slide{"1", playlist::PhotoSlide{photo("a", ""), 2, 5}};
  const auto fields = fields_of(slide, {});
  EXPECT_EQ(fields.at("page"), "2/5");
  EXPECT_EQ(fields.at("title"), "Ngày hội");
  EXPECT_EQ(fields.at("caption"), "");
  EXPECT_TRUE(holds(config::Fact::series, slide, full_hd));
  const playlist::Slide alone{"1", playlist::PhotoSlide{photo("a", "")}};
  EXPECT_FALSE(fields_of(alone, {}).contains("page"));
  EXPECT_FALSE(holds(config::Fact::series, alone, full_hd));
}

}  // namespace
}  // namespace lobby::scene
