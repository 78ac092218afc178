#include "picture/colours.h"

#include <gtest/gtest.h>

#include "made_picture.h"
#include "picture/picture.h"

namespace lobby::picture {
namespace {

Canvas plain(Colour colour) {
  Canvas canvas({32, 24});
  for (int y = 0; y < 24; ++y) std::fill_n(canvas.row(y), 32, pack(colour));
  return canvas;
}

/// The middle of a picture at half its size: it went through the filter, too.
Colour shown(const std::string& bytes) {
  const auto canvas = decode_picture(bytes, {16, 12});
  EXPECT_TRUE(canvas) << canvas.error().message;
  return canvas ? unpack(canvas->row(6)[8]) : Colour{};
}

void expect_near(Colour actual, Colour expected, int most, const std::string& what) {
  EXPECT_NEAR(actual.red, expected.red, most) << what;
  EXPECT_NEAR(actual.green, expected.green, most) << what;
  EXPECT_NEAR(actual.blue, expected.blue, most) << what;
}

const Colour samples[] = {{200, 30, 40},   {30, 160, 60}, {20, 40, 200}, {128, 128, 128}, {255, 255, 255},
                          {210, 170, 140}, {12, 14, 10},  {0, 0, 0},     {250, 240, 90},  {60, 120, 110}};

struct ProfileCase {
  const char* name;
  std::string icc;
};

TEST(Colours, ProfilesOfCamerasAndTelephonesLookAsLcmsHasThem) {
  const ProfileCase cases[] = {{"Adobe RGB", adobe_rgb_profile()}, {"Display P3", display_p3_profile()}};
  for (const auto& [name, icc] : cases) {
    for (const Colour colour : samples) {
      const Colour expected = by_lcms(icc, colour);
      expect_near(shown(png_of(plain(colour), {icc})), expected, 2, std::string(name) + " in PNG");
      expect_near(shown(png_of(plain(colour), {icc, {}, 0, true})), expected, 2, std::string(name) + ", interlaced");
      expect_near(shown(webp_of(plain(colour), {icc})), expected, 2, std::string(name) + " in WebP");
      expect_near(shown(jpeg_of(plain(colour), {icc})), expected, 4, std::string(name) + " in JPEG");
    }
  }
}

TEST(Colours, AreWellKnownOnes) {
  // A strong green of Adobe RGB lies beyond sRGB, and a skin of Display P3 is redder there.
  expect_near(shown(png_of(plain({0, 255, 0}), {adobe_rgb_profile()})), {0, 255, 0}, 1, "green");
  expect_near(shown(png_of(plain({100, 150, 100}), {adobe_rgb_profile()})), {66, 150, 97}, 2, "leaves");
  expect_near(shown(png_of(plain({210, 170, 140}), {display_p3_profile()})), {216, 168, 135}, 2, "skin");
}

TEST(Colours, SrgbIsRecognisedAndLeavesEveryNumberAsItIs) {
  EXPECT_FALSE(colours_of_profile(srgb_profile()));
  for (const Colour colour : samples) {
    EXPECT_EQ(shown(png_of(plain(colour), {srgb_profile()})), colour);
    EXPECT_EQ(shown(png_of(plain(colour))), colour);
    EXPECT_EQ(shown(webp_of(plain(colour), {srgb_profile()})), colour);
  }
}

TEST(Colours, ABrokenProfileIsNoProfile) {
  const std::string good = adobe_rgb_profile();
  const Colour colour{90, 140, 60};
  for (std::size_t length = 0; length < good.size() * 3 / 4; length += 13) {
    EXPECT_FALSE(colours_of_profile(std::string_view(good).substr(0, length))) << length;
  }
  expect_near(shown(jpeg_of(plain(colour), {good.substr(0, 100)})), colour, 3, "cut");
  expect_near(shown(jpeg_of(plain(colour), {"no profile at all"})), colour, 3, "nonsense");
  // One for grey in a coloured picture, and of inks.
  expect_near(shown(jpeg_of(plain(colour), {ink_profile()})), colour, 3, "inks");
}

TEST(Colours, SurviveAnyFlippedByteOfAProfile) {
  for (const auto& good : {adobe_rgb_profile(), grey_profile(1.8)}) {
    for (std::size_t at = 0; at < good.size(); ++at) {
      auto damaged = good;
      damaged[at] = static_cast<char>(damaged[at] ^ 0x5A);
      const auto colours = colours_of_profile(damaged);
      if (!colours) continue;
      for (const auto& curve : colours->curves) {
        for (const float light : curve) ASSERT_TRUE(light >= 0 && light <= 1) << at;
      }
    }
  }
}

TEST(Colours, GreyFollowsItsCurve) {
  const Canvas grey = plain({128, 128, 128});
  // 0.502 to the power of 1.8 is 0.289 of the light: number 147.
  expect_near(shown(grey_jpeg_of(grey, {grey_profile(1.8)})), {147, 147, 147}, 2, "gamma 1.8");
  expect_near(shown(grey_jpeg_of(grey)), {128, 128, 128}, 1, "no profile");
}

TEST(Colours, GammaOfAPngCountsWhereNothingElseIsSaid) {
  const Canvas grey = plain({128, 128, 128});
  // Half of the light is number 188.
  expect_near(shown(png_of(grey, {{}, {}, 1.0})), {188, 188, 188}, 1, "linear");
  expect_near(shown(png_of(grey, {{}, {}, 0.45455})), {128, 128, 128}, 0, "usual");
  expect_near(shown(png_of(grey, {srgb_profile(), {}, 1.0})), {128, 128, 128}, 1, "the profile is more exact");
}

TEST(Colours, ChromaticitiesOfAPngCountWhereThereIsNoProfile) {
  const std::vector<double> adobe{0.3127, 0.3290, 0.64, 0.33, 0.21, 0.71, 0.15, 0.06};
  const std::vector<double> p3{0.3127, 0.3290, 0.680, 0.320, 0.265, 0.690, 0.150, 0.060};
  const std::vector<double> srgb{0.3127, 0.3290, 0.64, 0.33, 0.30, 0.60, 0.15, 0.06};
  for (const Colour colour : samples) {
    const Canvas picture = plain(colour);
    expect_near(shown(png_of(picture, {{}, {}, 256.0 / 563, false, adobe})), by_lcms(adobe_rgb_profile(), colour), 2,
                "those and the power of Adobe RGB");
    expect_near(shown(png_of(picture, {{}, {}, 0, true, p3})), by_lcms(display_p3_profile(), colour), 2,
                "those of Display P3, and no power");
    EXPECT_EQ(shown(png_of(picture, {{}, {}, 0.45455, false, srgb})), colour) << "as programs write sRGB";
    expect_near(shown(png_of(picture, {srgb_profile(), {}, 0.45455, false, p3})), colour, 1, "the profile is exacter");
  }
  expect_near(shown(png_of(plain({128, 128, 128}), {{}, {}, 1.0, false, p3})), {188, 188, 188}, 1, "linear");
  expect_near(shown(png_of(plain({0, 150, 0}), {{}, {}, 0.45455, false, adobe})), {0, 150, 0}, 1, "beyond sRGB");
}

TEST(Colours, ChromaticitiesThatNoLightHasAreNone) {
  const Primaries::Point white{0.3127, 0.3290};
  EXPECT_FALSE(colours_of_primaries({white, white, white, white}, {}));
  EXPECT_FALSE(colours_of_primaries({{}, {}, {}, {}}, {}));
  EXPECT_FALSE(colours_of_primaries({white, {0.64, 0.33}, {0.64, 0.33}, {0.15, 0.06}}, 0.45455));
  EXPECT_FALSE(colours_of_primaries({white, {2, 0.33}, {0.3, 0.6}, {0.15, 0.06}}, 0.45455));
  EXPECT_FALSE(colours_of_primaries({white, {0.64, 0.33}, {0.30, 0.60}, {0.15, 0.06}}, {})) << "sRGB itself";
}

TEST(Colours, ATableOfAScannerIsObeyed) {
  const std::string icc = table_profile();
  for (const Colour colour : samples) {
    expect_near(shown(png_of(plain(colour), {icc})), by_lcms(icc, colour), 3, "table");
  }
}

std::string inks_of(std::array<std::uint8_t, 4> inks, InkOrder order, const Making& making = {}) {
  std::vector<std::uint8_t> all;
  for (int pixel = 0; pixel < 32 * 24; ++pixel) all.insert(all.end(), inks.begin(), inks.end());
  return ink_jpeg_of(all, {32, 24}, order, making);
}

TEST(Colours, InksAreNoNegatives) {
  for (const auto order : {InkOrder::adobe, InkOrder::plain}) {
    expect_near(shown(inks_of({0, 0, 0, 0}, order)), {255, 255, 255}, 2, "paper");
    expect_near(shown(inks_of({0, 0, 0, 255}, order)), {0, 0, 0}, 2, "black");
    expect_near(shown(inks_of({0, 255, 255, 0}, order)), {255, 0, 0}, 3, "red");
    expect_near(shown(inks_of({255, 0, 0, 51}, order)), {0, 204, 204}, 3, "cyan, darkened");
  }
}

TEST(Colours, InksFollowTheirProfile) {
  const std::string icc = ink_profile();
  for (const auto& inks : {std::array<std::uint8_t, 4>{200, 40, 10, 20}, {0, 0, 0, 0}, {10, 230, 220, 0}}) {
    for (const auto order : {InkOrder::adobe, InkOrder::plain}) {
      expect_near(shown(inks_of(inks, order, {icc})), inks_by_lcms(icc, inks.data()), 5, "inks");
    }
  }
}

TEST(Colours, WhatIsTransparentLiesOnPaper) {
  Canvas half({32, 24});
  for (int y = 0; y < 24; ++y) std::fill_n(half.row(y), 32, 0x80FF0000U);
  for (const auto& bytes : {png_of(half), png_of(half, {{}, {}, 0, true}), webp_of(half)}) {
    expect_near(shown(bytes), {255, 127, 127}, 1, "half red");
  }
}

}  // namespace
}  // namespace lobby::picture
