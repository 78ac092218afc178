#include "picture/picture.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

#include "picture/fitted.h"
#include "picture/png.h"
#include "picture/resample.h"
#include "test_colours.h"

namespace lobby::picture {
namespace {

using testing::HasSubstr;

/// Left half red, right half green.
Canvas halves(Size size) {
  Canvas canvas(size);
  for (int y = 0; y < size.height; ++y) {
    for (int x = 0; x < size.width; ++x) canvas.row(y)[x] = pack(x < size.width / 2 ? red : green);
  }
  return canvas;
}

std::string file_bytes(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::string png_of(const Canvas& canvas) {
  const auto file = std::filesystem::temp_directory_path() / ("lobby-picture-" + std::to_string(getpid()) + ".png");
  EXPECT_TRUE(write_png(canvas, file.string()));
  auto bytes = file_bytes(file);
  std::filesystem::remove(file);
  return bytes;
}

/// The 48 × 32 test pictures: left half red, right half green as shown upright.
std::string test_picture(const std::string& name) {
  return file_bytes(std::filesystem::path(LOBBY_SOURCE_DIR) / "tests/picture/pictures" / name);
}

struct FileCase {
  const char* name;
  PictureType type;
  Size size;
};

TEST(Picture, IsRecognisedByItsBytesAndShownUpright) {
  const FileCase cases[] = {
      {"baseline.jpg", PictureType::jpeg, {48, 32}},     {"progressive.jpg", PictureType::jpeg, {48, 32}},
      {"grey.jpg", PictureType::jpeg, {48, 32}},         {"cmyk.jpg", PictureType::jpeg, {48, 32}},
      {"orientation6.jpg", PictureType::jpeg, {48, 32}}, {"orientation3.jpg", PictureType::jpeg, {48, 32}},
      {"orientation8.jpg", PictureType::jpeg, {48, 32}}, {"palette.png", PictureType::png, {48, 32}},
      {"sixteen-bit.png", PictureType::png, {48, 32}},   {"lossy.webp", PictureType::webp, {48, 32}},
      {"lossless.webp", PictureType::webp, {48, 32}},    {"animated.gif", PictureType::gif, {48, 32}},
  };
  for (const auto& [name, type, size] : cases) {
    const auto bytes = test_picture(name);
    const auto info = verify_picture(bytes);
    ASSERT_TRUE(info) << name << ": " << info.error().message;
    EXPECT_EQ(info->type, type) << name;
    EXPECT_EQ(info->size, size) << name;
    const auto canvas = decode_picture(bytes, size);
    ASSERT_TRUE(canvas) << name << ": " << canvas.error().message;
    ASSERT_EQ(canvas->size(), size) << name;
    if (std::string_view(name) == "grey.jpg") continue;
    EXPECT_TRUE(close(unpack(canvas->row(16)[8]), red)) << name;
    EXPECT_TRUE(close(unpack(canvas->row(16)[40]), green)) << name;
  }
}

TEST(Picture, AJpegIsDecodedNoLargerThanItMustBe) {
  const auto canvas = decode_picture(test_picture("baseline.jpg"), {12, 8});
  ASSERT_TRUE(canvas);
  EXPECT_EQ(canvas->size(), (Size{12, 8}));
}

TEST(Picture, EveryCutOfAFileIsRefusedWithAReason) {
  for (const char* name : {"baseline.jpg", "progressive.jpg", "palette.png", "lossy.webp", "animated.gif"}) {
    const auto bytes = test_picture(name);
    // Of an animation only the first frame counts; in this file it lies in the first half.
    const std::size_t end = std::string_view(name) == "animated.gif" ? bytes.size() / 2 : bytes.size() - 2;
    for (std::size_t length = 0; length < end; length += 7) {
      const auto info = verify_picture(std::string_view(bytes).substr(0, length));
      EXPECT_FALSE(info) << name << " cut at " << length << " of " << bytes.size();
    }
  }
}

struct RefusedCase {
  std::string bytes;
  const char* reason;
};

TEST(Picture, WhatIsNoPictureIsRefusedWithARemedy) {
  using namespace std::string_literals;
  const auto huge = "\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\xC3\x50\0\0\xC3\x50\x01\0\0\0\0\0\0\0\0"s;
  const RefusedCase cases[] = {
      {"", "the picture is empty: 0 bytes"},
      {"<!DOCTYPE html><html></html>", "a page or SVG came instead of a picture; use JPEG, PNG, WebP or GIF"},
      {"/* XPM */ static char *x[] = {", "this is no picture that the player knows; use JPEG, PNG, WebP or GIF"},
      {huge, "the picture is 50000 × 50000 pixels; at most 100 megapixels are shown"},
      {"\xFF\xD8\xFF"s, "the JPEG cannot be shown:"},
  };
  for (const auto& [bytes, reason] : cases) {
    const auto info = verify_picture(bytes);
    ASSERT_FALSE(info) << reason;
    EXPECT_THAT(info.error().message, HasSubstr(reason));
  }
}

TEST(Picture, SurvivesAnyFlippedByte) {
  for (const char* name :
       {"baseline.jpg", "progressive.jpg", "orientation6.jpg", "palette.png", "lossy.webp", "animated.gif"}) {
    const auto bytes = test_picture(name);
    for (std::size_t at = 0; at < bytes.size(); ++at) {
      auto damaged = bytes;
      damaged[at] = static_cast<char>(damaged[at] ^ 0x55);
      // A flipped size would only make the test slow.
      const auto info = read_picture_info(damaged);
      if (!info || info->size.width > 512 || info->size.height > 512) continue;
      if (const auto canvas = decode_picture(damaged, {24, 16})) {
        EXPECT_FALSE(canvas->empty());
      }
    }
  }
}

TEST(Picture, APngChunkThatClaimsMoreThanTheFileIsRefusedAtOnce) {
  auto bytes = test_picture("palette.png");
  bytes[33] = '\x7F';
  const auto info = verify_picture(bytes);
  ASSERT_FALSE(info);
  EXPECT_EQ(info.error().message, "the png cannot be shown: it ends early");
}

TEST(Resampled, APlainColourStaysExactlyThatColour) {
  Canvas plain({37, 23});
  for (int y = 0; y < 23; ++y) std::fill_n(plain.row(y), 37, pack(green));
  for (const Size size : {Size{5, 3}, Size{37, 23}, Size{120, 90}, Size{1, 1}, Size{36, 200}}) {
    const Canvas canvas = resampled(plain, plain.bounds(), size);
    for (int y = 0; y < size.height; ++y) {
      for (int x = 0; x < size.width; ++x) ASSERT_EQ(canvas.row(y)[x], pack(green)) << size.width << "x" << size.height;
    }
  }
}

TEST(Fitted, CoverCropsTheMiddle) {
  const Canvas canvas = fitted(halves({400, 100}), {100, 100}, PictureFit::cover);
  EXPECT_EQ(canvas.size(), (Size{100, 100}));
  EXPECT_EQ(canvas.row(50)[10], pack(red));
  EXPECT_EQ(canvas.row(50)[90], pack(green));
}

TEST(Fitted, CoverSparesTheTopWhereHeadsAndFlagsAre) {
  Canvas tall({100, 200});
  std::fill_n(tall.row(0), 100 * 40, pack(red));
  const Canvas canvas = fitted(tall, {100, 100}, PictureFit::cover);
  EXPECT_EQ(canvas.row(5)[50], pack(red));
  EXPECT_EQ(canvas.row(15)[50], 0xFF000000U) << "30 of the 100 rows that do not fit are cut above, 70 below";
}

TEST(Fitted, CoverKeepsTheFocus) {
  Canvas tall({100, 200});
  std::fill_n(tall.row(0), 100 * 40, pack(red));
  const Canvas canvas = fitted(tall, {100, 100}, PictureFit::cover, {50, 0});
  EXPECT_EQ(canvas.row(35)[50], pack(red));
  EXPECT_EQ(fitted(halves({400, 100}), {100, 100}, PictureFit::cover, {100, 30}).row(50)[1], pack(green));
}

TEST(Fitted, WholeShowsAllOfThePictureOverItsOwnBlur) {
  const Canvas canvas = fitted(halves({400, 100}), {100, 100}, PictureFit::whole);
  EXPECT_EQ(canvas.row(50)[2], pack(red));
  EXPECT_EQ(canvas.row(50)[97], pack(green));
  EXPECT_NE(canvas.row(2)[2], pack(red));
  EXPECT_NE(canvas.row(2)[2], 0xFF000000U) << "never black bars";
}

TEST(Png, TheSameCanvasGivesTheSameBytesAndReadsBackAsItWas) {
  const Canvas canvas = halves({50, 40});
  const auto bytes = png_of(canvas);
  EXPECT_EQ(bytes, png_of(canvas));
  const auto back = decode_picture(bytes, canvas.size());
  ASSERT_TRUE(back);
  EXPECT_EQ(*back, canvas);
}

}  // namespace
}  // namespace lobby::picture
