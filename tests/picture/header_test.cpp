#include "picture/header.h"

#include <gtest/gtest.h>

#include "made_picture.h"
#include "test_colours.h"

namespace lobby::picture {
namespace {

/// Red and green above, blue and white below.
Canvas quarters() {
  Canvas canvas({48, 32});
  for (int y = 0; y < 32; ++y) {
    for (int x = 0; x < 48; ++x) {
      canvas.row(y)[x] = pack(y < 16 ? (x < 24 ? red : green) : (x < 24 ? blue : white));
    }
  }
  return canvas;
}

struct OrientationCase {
  int orientation;
  Colour left_top, right_top, left_bottom, right_bottom;
};

TEST(Orientation, AllEightAreShownUprightInEveryFormat) {
  // CIPA DC-008, 4.6.4 A: where the stored row 0 and column 0 are seen.
  const OrientationCase cases[] = {
      {1, red, green, blue, white}, {2, green, red, white, blue}, {3, white, blue, green, red},
      {4, blue, white, red, green}, {5, red, blue, green, white}, {6, blue, red, white, green},
      {7, white, green, blue, red}, {8, green, white, red, blue},
  };
  for (const auto& [orientation, left_top, right_top, left_bottom, right_bottom] : cases) {
    for (const bool big_endian : {false, true}) {
      const Making making{{}, exif_with(orientation, big_endian)};
      for (const auto& bytes : {jpeg_of(quarters(), making), png_of(quarters(), making), webp_of(quarters(), making)}) {
        const Size size = orientation >= 5 ? Size{32, 48} : Size{48, 32};
        const auto info = read_picture_info(bytes);
        ASSERT_TRUE(info);
        EXPECT_EQ(info->size, size) << orientation;
        for (const int part : {1, 2}) {
          const auto canvas = decode_picture(bytes, {size.width / part, size.height / part});
          ASSERT_TRUE(canvas) << canvas.error().message;
          const auto [width, height] = canvas->size();
          ASSERT_EQ(canvas->size(), (Size{size.width / part, size.height / part}));
          EXPECT_TRUE(close(unpack(canvas->row(height / 4)[width / 4]), left_top)) << orientation;
          EXPECT_TRUE(close(unpack(canvas->row(height / 4)[width * 3 / 4]), right_top)) << orientation;
          EXPECT_TRUE(close(unpack(canvas->row(height * 3 / 4)[width / 4]), left_bottom)) << orientation;
          EXPECT_TRUE(close(unpack(canvas->row(height * 3 / 4)[width * 3 / 4]), right_bottom)) << orientation;
        }
      }
    }
  }
}

TEST(Exif, WhatIsDamagedLeavesTheUsual) {
  const std::string good = exif_with(6);
  EXPECT_EQ(read_exif(good).orientation, 6);
  for (std::size_t length = 0; length < 20; ++length) {
    EXPECT_EQ(read_exif(std::string_view(good).substr(0, length)), ExifFacts{}) << length;
  }
  EXPECT_EQ(read_exif(exif_with(0)), ExifFacts{});
  EXPECT_EQ(read_exif(exif_with(9)), ExifFacts{});
  for (std::size_t at = 0; at < good.size(); ++at) {
    auto damaged = good;
    damaged[at] = '\xFF';
    const int orientation = read_exif(damaged).orientation;
    EXPECT_GE(orientation, 1);
    EXPECT_LE(orientation, 8);
  }
}

TEST(Exif, ACameraInAdobeRgbSaysSoInItsInteroperability) {
  using namespace std::string_literals;
  // Directory 0 at 8 points to that of EXIF at 26, which points to the interoperability at 44.
  const std::string tiff =
      "II*\0\x08\0\0\0"
      "\x01\0\x69\x87\x04\0\x01\0\0\0\x1A\0\0\0\0\0\0\0"
      "\x01\0\x05\xA0\x04\0\x01\0\0\0\x2C\0\0\0\0\0\0\0"
      "\x01\0\x01\0\x02\0\x04\0\0\0R03\0\0\0\0\0"s;
  EXPECT_EQ(read_exif(tiff), (ExifFacts{1, true}));
  Canvas leaves({32, 24});
  for (int y = 0; y < 24; ++y) std::fill_n(leaves.row(y), 32, pack({100, 150, 100}));
  const auto canvas = decode_picture(jpeg_of(leaves, {{}, tiff}), {16, 12});
  ASSERT_TRUE(canvas);
  EXPECT_NEAR(unpack(canvas->row(6)[8]).red, 66, 4);
  const auto with_profile = decode_picture(jpeg_of(leaves, {srgb_profile(), tiff}), {16, 12});
  ASSERT_TRUE(with_profile);
  EXPECT_NEAR(unpack(with_profile->row(6)[8]).red, 100, 4) << "the profile is more exact";
}

TEST(Header, OfAnAnimationIsThatOfItsCanvas) {
  Canvas first({20, 16});
  for (int y = 0; y < 16; ++y) std::fill_n(first.row(y), 20, pack(green));
  const auto bytes = animated_webp_of(first, {48, 32}, 10, 8, quarters());
  const auto canvas = decode_picture(bytes, {48, 32});
  ASSERT_TRUE(canvas) << canvas.error().message;
  EXPECT_EQ(canvas->size(), (Size{48, 32}));
  EXPECT_EQ(unpack(canvas->row(12)[20]), green) << "the first frame";
  EXPECT_EQ(unpack(canvas->row(2)[2]), (Colour{255, 255, 255})) << "paper around it";
}

}  // namespace
}  // namespace lobby::picture
