#include "app/bad_pictures.h"

#include <gtest/gtest.h>

namespace lobby::app {
namespace {

content::Photo photo(const std::string& file) { return {{file, {}, file, {1200, 1800}}, {}, std::nullopt, "Ảnh"}; }

TEST(BadPictures, LeaveTheOtherPhotoOfAPairAlone) {
  const playlist::Slide pair{"photo-pair", playlist::PhotoPairSlide{photo("/a.jpg"), photo("/b.jpg")}};
  const SteadyTime now{};
  BadPictures bad;
  EXPECT_EQ(bad.usable(pair, now), pair);
  bad.note("/a.jpg", now);
  const auto one = bad.usable(pair, now);
  ASSERT_TRUE(one);
  EXPECT_EQ(one->kind(), "photo");
  EXPECT_EQ(one->picture()->file, "/b.jpg");
  bad.note("/b.jpg", now);
  EXPECT_FALSE(bad.usable(pair, now));
}

}  // namespace
}  // namespace lobby::app
