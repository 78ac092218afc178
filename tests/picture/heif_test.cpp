#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

#include "picture/code_points.h"
#include "picture/decoder.h"
#include "picture/heif_header.h"
#include "test_colours.h"

// The pictures were written by libheif's and libavif's encoders; the process that decodes them is the real one.
namespace lobby::picture {
namespace {

using namespace std::string_literals;
using testing::HasSubstr;

std::string read(const std::string& name) {
  std::ifstream stream(std::filesystem::path(LOBBY_SOURCE_DIR) / "tests/picture/pictures" / name, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

bool near(Colour a, Colour b, int most) {
  return std::abs(a.red - b.red) <= most && std::abs(a.green - b.green) <= most && std::abs(a.blue - b.blue) <= most;
}

std::string be(std::uint64_t value, std::size_t count) {
  std::string bytes;
  for (std::size_t at = count; at > 0; --at) bytes += static_cast<char>(value >> 8U * (at - 1) & 0xFFU);
  return bytes;
}
std::string box(const std::string& type, const std::string& body) { return be(8 + body.size(), 4) + type + body; }
std::string full(const std::string& type, const std::string& body, unsigned version = 0, unsigned flags = 0) {
  return box(type, be(version, 1) + be(flags, 3) + body);
}

const std::string brand = box("ftyp", "heic"s + be(0, 4) + "mif1heic");
std::string extent(std::uint64_t width, std::uint64_t height) { return full("ispe", be(width, 4) + be(height, 4)); }
/// The properties in `ipco` all belong to item 7, in that order.
std::string file_with(const std::vector<std::string>& properties) {
  std::string all;
  std::string numbers;
  for (const auto& property : properties) all += property;
  for (std::size_t number = 1; number <= properties.size(); ++number) numbers += be(0x80U | number, 1);
  const std::string ipma =
      full("ipma", be(2, 4) + be(6, 2) + be(1, 1) + be(1, 1) + be(7, 2) + be(properties.size(), 1) + numbers);
  return brand + full("meta", full("pitm", be(7, 2)) + box("iprp", box("ipco", all) + ipma));
}

TEST(HeifHeader, SaysTheSizeOfThePrimaryPictureCroppedAndTurned) {
  const auto plain = heif_header(file_with({extent(4032, 3024)}));
  ASSERT_TRUE(plain);
  EXPECT_EQ(plain->type, PictureType::heif);
  EXPECT_EQ(plain->stored, (Size{4032, 3024}));
  EXPECT_EQ(plain->exif, ExifFacts{});
  struct Case {
    std::vector<std::string> steps;
    Size size;
  };
  const auto turned = [](unsigned quarters) { return box("irot", be(quarters, 1)); };
  const auto mirrored = [](unsigned axis) { return box("imir", be(axis, 1)); };
  const auto cropped = [](unsigned across, unsigned of_across, unsigned down, unsigned of_down) {
    return box("clap", be(across, 4) + be(of_across, 4) + be(down, 4) + be(of_down, 4) + std::string(16, '\0'));
  };
  const Case cases[] = {
      {{turned(0)}, {64, 32}},
      {{turned(1)}, {32, 64}},
      {{turned(2)}, {64, 32}},
      {{turned(3), mirrored(1)}, {32, 64}},
      {{cropped(48, 1, 60, 2)}, {48, 30}},
      {{cropped(48, 1, 30, 1), turned(1)}, {30, 48}},
      {{turned(1), turned(3)}, {64, 32}},
      {{cropped(0xFFFFFFFF, 1, 1, 0)}, {64, 32}},
      {{cropped(0, 1, 1, 2)}, {64, 32}},
  };
  for (const auto& [steps, size] : cases) {
    std::vector<std::string> properties{extent(64, 32), box("pixi", "xxx")};
    properties.insert(properties.end(), steps.begin(), steps.end());
    EXPECT_EQ(heif_header(file_with(properties))->stored, size) << size.width;
  }
}

TEST(HeifHeader, TakesLongBoxesWideNumbersAndWhatStandsBetween) {
  const std::string ipma = full("ipma", be(1, 4) + be(0x10007, 4) + be(1, 1) + be(0x8002, 2), 1, 1);
  const std::string iprp = box("iprp", box("ipco", box("colr", "nclx") + extent(20, 10)) + ipma);
  const std::string inner = be(0, 4) + box("hdlr", "pict") + full("pitm", be(0x10007, 4), 1) + iprp;
  const std::string meta = be(1, 4) + "meta" + be(16 + inner.size(), 8) + inner;
  const auto header = heif_header(box("ftyp", "avif"s + be(0, 4)) + box("free", "") + meta + be(0, 4) + "mdat...");
  ASSERT_TRUE(header);
  EXPECT_EQ(header->type, PictureType::avif);
  EXPECT_EQ(header->stored, (Size{20, 10}));
}

TEST(HeifHeader, OfAFileThatLiesIsNone) {
  const std::string good = file_with({extent(40, 30)});
  ASSERT_TRUE(heif_header(good));
  for (std::size_t length = 0; length < good.size(); ++length) {
    EXPECT_FALSE(heif_header(std::string_view(good).substr(0, length))) << length;
  }
  for (std::size_t at = 0; at < good.size(); ++at) {
    for (const char byte : {'\0', '\1', '\x7F', '\xFF'}) {
      auto damaged = good;
      damaged[at] = byte;
      heif_header(damaged);  // Whatever it says.
    }
  }
  EXPECT_FALSE(heif_header(file_with({})));
  EXPECT_FALSE(heif_header(file_with({box("irot", be(1, 1))})));
  EXPECT_FALSE(heif_type(box("ftyp", "isom"s + be(0, 4) + "mp42")));
  EXPECT_FALSE(read_picture_info(file_with({extent(0, 30)})));
  EXPECT_THAT(read_picture_info(file_with({extent(50'000, 50'000)})).error().message, HasSubstr("100 megapixels"));
  EXPECT_FALSE(read_picture_info(file_with({extent(0xFFFFFFFF, 0xFFFFFFFF)})));
}

TEST(HeifHeader, OfRealFilesIsRead) {
  for (const auto& [name, size] : {std::pair{"turned1.heic", Size{48, 32}},
                                   {"turned6.heic", Size{32, 48}},
                                   {"turned6.avif", Size{32, 48}},
                                   {"twelve-bit.avif", Size{48, 32}}}) {
    const auto info = read_picture_info(read(name));
    ASSERT_TRUE(info) << name << ": " << info.error().message;
    EXPECT_EQ(info->size, size) << name;
    EXPECT_EQ(to_string(info->type), std::string_view(name).ends_with("c") ? "heif" : "avif");
  }
}

/// Codes of H.273 and the number of grey that a number becomes.
struct TransferCase {
  int transfer;
  std::size_t number;
  double light;
};

TEST(CodePoints, OfAHighDynamicRangePutWhiteWherePaperIs) {
  const TransferCase cases[] = {
      {8, 128, 0.502},  {4, 128, 0.219},  {16, 0, 0},       {16, 148, 1}, {16, 255, 1},
      {16, 112, 0.236}, {18, 191, 0.996}, {18, 128, 0.317}, {18, 255, 1},
  };
  for (const auto& [transfer, number, light] : cases) {
    const auto colours = colours_of_code_points(9, transfer);
    ASSERT_TRUE(colours) << transfer;
    EXPECT_NEAR(colours->curves[1][number], light, 0.02) << transfer << ": " << number;
    EXPECT_TRUE(colours->mix);
  }
  EXPECT_FALSE(colours_of_code_points(1, 13)) << "sRGB";
  EXPECT_FALSE(colours_of_code_points(1, 1)) << "television";
  EXPECT_FALSE(colours_of_code_points(2, 2)) << "left open";
}

class HeifDecoding : public testing::Test {
 protected:
  void SetUp() override {
    if (!std::filesystem::exists(decoder_program().parent_path() / "lobby-picture-heif")) {
      GTEST_SKIP() << "built without libheif";
    }
  }

  Canvas shown(const std::string& name, Size box) {
    const auto canvas = decoder.decode_bytes(read(name), {box});
    EXPECT_TRUE(canvas) << name << ": " << canvas.error().message;
    return canvas ? *canvas : Canvas(box);
  }
  Colour middle(const std::string& name) { return unpack(shown(name, {24, 16}).row(8)[12]); }

  Decoder decoder;
};

TEST_F(HeifDecoding, AllEightOrientationsAreShownUpright) {
  struct Case {
    const char* name;
    Colour left_top, right_top, left_bottom, right_bottom;
  };
  const Case cases[] = {
      {"turned1.heic", red, green, blue, white}, {"turned2.heic", green, red, white, blue},
      {"turned3.heic", white, blue, green, red}, {"turned4.heic", blue, white, red, green},
      {"turned5.heic", red, blue, green, white}, {"turned6.heic", blue, red, white, green},
      {"turned7.heic", white, green, blue, red}, {"turned8.heic", green, white, red, blue},
      {"turned6.avif", blue, red, white, green},
  };
  for (const auto& [name, left_top, right_top, left_bottom, right_bottom] : cases) {
    const bool upright = name[6] < '5';
    const Canvas canvas = shown(name, upright ? Size{48, 32} : Size{32, 48});
    const auto [width, height] = canvas.size();
    EXPECT_TRUE(near(unpack(canvas.row(height / 4)[width / 4]), left_top, 8)) << name;
    EXPECT_TRUE(near(unpack(canvas.row(height / 4)[width * 3 / 4]), right_top, 8)) << name;
    EXPECT_TRUE(near(unpack(canvas.row(height * 3 / 4)[width / 4]), left_bottom, 8)) << name;
    EXPECT_TRUE(near(unpack(canvas.row(height * 3 / 4)[width * 3 / 4]), right_bottom, 8)) << name;
  }
}

TEST_F(HeifDecoding, EightTenAndTwelveBitsLookAlike) {
  for (const char* name : {"halves.heic", "halves.avif", "ten-bit.heic", "ten-bit.avif", "twelve-bit.avif"}) {
    const Canvas canvas = shown(name, {24, 16});
    EXPECT_TRUE(near(unpack(canvas.row(8)[4]), red, 6)) << name;
    EXPECT_TRUE(near(unpack(canvas.row(8)[20]), green, 6)) << name;
  }
}

TEST_F(HeifDecoding, ColoursFollowTheProfileAndTheCodePoints) {
  EXPECT_TRUE(near(middle("profile.heic"), {216, 168, 135}, 4)) << "a skin in Display P3, by a profile";
  EXPECT_TRUE(near(middle("display-p3.avif"), {216, 168, 135}, 4)) << "the same by its numbers";
  EXPECT_TRUE(near(middle("linear.avif"), {188, 188, 188}, 3)) << "half of the light";
  EXPECT_TRUE(near(middle("quantizer.avif"), {255, 255, 255}, 6)) << "paper of a high dynamic range";
}

TEST_F(HeifDecoding, WhatIsTransparentLiesOnPaper) {
  for (const char* name : {"half-transparent.heic", "half-transparent.avif"}) {
    EXPECT_TRUE(near(middle(name), {255, 127, 127}, 6)) << name;
  }
}

TEST_F(HeifDecoding, EveryCutIsRefusedAndEveryFlippedByteSurvived) {
  for (const char* name : {"turned6.heic", "turned6.avif"}) {
    const auto bytes = read(name);
    for (std::size_t length = 0; length + 2 < bytes.size(); length += 23) {
      EXPECT_FALSE(decoder.verify(std::string_view(bytes).substr(0, length))) << name << " cut at " << length;
    }
    for (std::size_t at = 0; at < bytes.size(); at += 5) {
      auto damaged = bytes;
      damaged[at] = static_cast<char>(damaged[at] ^ 0x55);
      if (const auto canvas = decoder.decode_bytes(damaged, {{24, 16}})) {
        EXPECT_EQ(canvas->size(), (Size{24, 16}));
      }
    }
    EXPECT_TRUE(decoder.verify(bytes)) << name;
  }
}

TEST_F(HeifDecoding, TakesTheLargerProgramOnlyWhereItIsNeededAndUntilItRests) {
  const auto program = [this] {
    return std::filesystem::read_symlink("/proc/" + std::to_string(decoder.process()) + "/exe").filename().string();
  };
  EXPECT_TRUE(decoder.verify(read("baseline.jpg")));
  EXPECT_EQ(program(), "lobby-picture");
  EXPECT_TRUE(decoder.verify(read("halves.heic")));
  EXPECT_EQ(program(), "lobby-picture-heif");
  const pid_t process = decoder.process();
  EXPECT_TRUE(decoder.verify(read("baseline.jpg")));
  EXPECT_EQ(decoder.process(), process) << "it can do everything";
  decoder.rest();
  EXPECT_TRUE(decoder.verify(read("baseline.jpg")));
  EXPECT_EQ(program(), "lobby-picture");
}

TEST(Heif, WithoutItsProgramIsRefusedWithARemedy) {
  Decoder decoder({}, "/nowhere/lobby-picture");
  const auto info = decoder.verify(read("halves.heic"));
  ASSERT_FALSE(info);
  EXPECT_EQ(info.error().kind, ErrorKind::invalid);
  EXPECT_THAT(info.error().message, HasSubstr("built without AVIF and HEIF; save the picture as JPEG"));
}

}  // namespace
}  // namespace lobby::picture
