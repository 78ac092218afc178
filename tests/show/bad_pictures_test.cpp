#include "show/bad_pictures.h"

#include <gtest/gtest.h>

namespace lobby::show {
namespace {

content::Photo photo(const std::string& file) { return {{file, {}, file, {1200, 1800}}, {}, std::nullopt, "Ảnh"}; }

const Error damaged{ErrorKind::invalid, "the JPEG cannot be shown: it ends early", std::nullopt};

TEST(BadPictures, LeaveTheOtherPhotoOfAPairAlone) {
  const playlist::Slide pair{"photo-pair", playlist::PhotoPairSlide{photo("/a.jpg"), photo("/b.jpg")}};
  const SteadyTime now{};
  BadPictures bad;
  EXPECT_EQ(bad.usable(pair, now), pair);
  bad.note("/a.jpg", damaged, now);
  const auto one = bad.usable(pair, now);
  ASSERT_TRUE(one);
  EXPECT_EQ(one->kind(), "photo");
  EXPECT_EQ(one->picture()->file, "/b.jpg");
  bad.note("/b.jpg", damaged, now);
  EXPECT_FALSE(bad.usable(pair, now));
}

/// How long a picture is left out, noted at `now`.
std::chrono::minutes rest_of(const BadPictures& bad, const std::string& file, SteadyTime now) {
  const playlist::Slide slide{"photo", playlist::PhotoSlide{photo(file)}};
  std::chrono::minutes minutes(0);
  while (!bad.usable(slide, now + minutes)) ++minutes;
  return minutes;
}

TEST(BadPictures, AreTriedEverMoreSeldomAndToldOnce) {
  BadPictures bad;
  SteadyTime now{};
  for (const int minutes : {10, 20, 40, 80, 160, 320, 360, 360}) {
    EXPECT_EQ(bad.note("/a.jpg", damaged, now), minutes == 10) << minutes;
    EXPECT_EQ(rest_of(bad, "/a.jpg", now).count(), minutes);
    now += std::chrono::minutes(minutes);
  }
  const Error other{ErrorKind::invalid, "the picture is empty: 0 bytes", std::nullopt};
  EXPECT_TRUE(bad.note("/a.jpg", other, now)) << "something else is the matter";
  EXPECT_EQ(rest_of(bad, "/a.jpg", now).count(), 10);
}

TEST(BadPictures, WhatCannotBeReadIsTriedEveryTenMinutes) {
  BadPictures bad;
  SteadyTime now{};
  const Error away{ErrorKind::unavailable, "/a.jpg cannot be read: there is no such file", std::nullopt};
  for (int round = 0; round < 5; ++round) {
    EXPECT_EQ(bad.note("/a.jpg", away, now), round == 0);
    EXPECT_EQ(rest_of(bad, "/a.jpg", now).count(), 10);
    now += std::chrono::minutes(10);
  }
}

}  // namespace
}  // namespace lobby::show
