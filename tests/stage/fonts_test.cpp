#include "stage/fonts.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "base/format.h"
#include "stage/coverage.h"
#include "text/clean.h"

namespace lobby::stage {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

FontFile font(const std::string& name) {
  std::ifstream stream(std::filesystem::path(LOBBY_SOURCE_DIR) / "fonts" / name, std::ios::binary);
  return {name, {std::istreambuf_iterator<char>(stream), {}}};
}

std::unique_ptr<FontSet> fonts() {
  static const std::vector<FontFile> files{font("BeVietnamPro-Bold.ttf"), font("NotoSans-Bold.ttf"),
                                           font("NotoSansSymbols2-Regular.ttf")};
  std::vector<std::string> complaints;
  auto opened =
      FontSet::open({{"headline", {"BeVietnamPro-Bold.ttf", "NotoSans-Bold.ttf", "NotoSansSymbols2-Regular.ttf"}},
                     {"plain", {"NotoSans-Bold.ttf"}}},
                    files, complaints);
  EXPECT_THAT(complaints, IsEmpty());
  return std::move(*opened);
}

constexpr Colour white{255, 255, 255};

struct InkRows {
  int top = -1;
  int bottom = -1;
};

InkRows ink_rows(const Canvas& canvas) {
  InkRows rows;
  for (int y = 0; y < canvas.size().height; ++y) {
    for (int x = 0; x < canvas.size().width; ++x) {
      if (canvas.row(y)[x] == 0xFF000000U) continue;
      if (rows.top < 0) rows.top = y;
      rows.bottom = y;
      break;
    }
  }
  return rows;
}

Canvas drawn(FontSet& set, const scene::TextSetting& setting, std::string_view line) {
  Canvas canvas({900, 300});
  set.draw(canvas, setting, white, line, 20, 180);
  return canvas;
}

TEST(Fonts, EveryShippedTextFontCoversVietnamese) {
  int seen = 0;
  for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(LOBBY_SOURCE_DIR) / "fonts")) {
    const auto name = entry.path().filename().string();
    if (entry.path().extension() != ".ttf" || name.contains("Symbols")) continue;
    const auto missing = missing_vietnamese(font(name));
    ASSERT_TRUE(missing) << name;
    EXPECT_EQ(*missing, "") << name;
    ++seen;
  }
  EXPECT_GE(seen, 6);
}

TEST(Fonts, AFontWithoutVietnameseIsNamedWithWhatItLacks) {
  const auto missing = missing_vietnamese(font("NotoSansSymbols2-Regular.ttf"));
  ASSERT_TRUE(missing);
  EXPECT_THAT(*missing, HasSubstr("ế"));
}

/// What a face of only that font complains of.
std::vector<std::string> complaints_of(FontFile file) {
  std::vector<std::string> complaints;
  const Faces faces{{"body", {file.name}}};
  EXPECT_FALSE(FontSet::open(faces, {std::move(file)}, complaints));
  return complaints;
}

TEST(Fonts, AFontThatWasCutAnywhereIsRefused) {
  const auto whole = font("BeVietnamPro-Regular.ttf").bytes;
  for (const std::size_t size : {30000U, 60000U, 100000U, 125000U, 131000U}) {
    EXPECT_THAT(complaints_of({"My.ttf", whole.substr(0, size)}),
                ElementsAre(AllOf(HasSubstr("font My.ttf is damaged: its table '"),
                                  HasSubstr(format("' ends beyond its {} bytes", size)), HasSubstr("copy the whole"))))
        << size;
  }
}

/// Where a table of a font file begins and how long it is.
std::pair<std::size_t, std::size_t> table_of(const std::string& bytes, const std::string& tag) {
  const auto number = [&bytes](std::size_t at) {
    std::size_t value = 0;
    for (const char c : bytes.substr(at, 4)) value = value << 8U | static_cast<unsigned char>(c);
    return value;
  };
  const std::size_t entry = bytes.find(tag);
  return {number(entry + 8), number(entry + 12)};
}

TEST(Fonts, AFontWithoutOutlinesOfItsLettersIsRefused) {
  auto file = font("BeVietnamPro-Regular.ttf");
  const auto [begin, size] = table_of(file.bytes, "glyf");
  file.bytes.replace(begin, size, size, '\0');
  EXPECT_THAT(
      complaints_of(file),
      ElementsAre(AllOf(HasSubstr("font BeVietnamPro-Regular.ttf is damaged: it has nothing to draw bcdfghjk and "),
                        HasSubstr("copy it into 'fonts' again"))));
}

TEST(Fonts, AFontThatDrawsAllButOneLetterIsRefused) {
  auto file = font("BeVietnamPro-Regular.ttf");
  const auto [glyf, size] = table_of(file.bytes, "glyf");
  std::string letters;
  // Each time another thousandth of the outlines is gone; what it takes away is a letter of Vietnamese now and then.
  for (std::size_t at = glyf; at < glyf + size; at += size / 20) {
    FontFile holed = file;
    holed.bytes.replace(at, size / 1000, size / 1000, '\0');
    std::vector<std::string> complaints;
    FontSet::open({{"body", {holed.name}}}, {holed}, complaints);
    for (const auto& complaint : complaints) letters += complaint;
  }
  EXPECT_THAT(letters, HasSubstr("it has nothing to draw "));
}

/// Small fonts of boxes, one for each way in which outlines are kept.
FontFile boxes(const std::string& name) {
  std::ifstream stream(std::filesystem::path(LOBBY_SOURCE_DIR) / "tests" / "fuzz" / "corpus" / "font_fuzz" / name,
                       std::ios::binary);
  return {name, {std::istreambuf_iterator<char>(stream), {}}};
}

TEST(Fonts, OutlinesOfEachKindAreLookedAt) {
  for (const char* const name : {"boxes.ttf", "boxes.otf", "boxes-variable.ttf"}) {
    auto file = boxes(name);
    std::vector<std::string> complaints;
    EXPECT_TRUE(FontSet::open({{"body", {name}}}, {file}, complaints)) << name;
    EXPECT_THAT(complaints, IsEmpty()) << name;
    const auto [begin, size] = table_of(file.bytes, file.bytes.contains("glyf") ? "glyf" : "CFF ");
    file.bytes.replace(begin + size / 2, size / 2, size / 2, '\0');
    EXPECT_THAT(complaints_of(file), ElementsAre(AllOf(HasSubstr("damaged"), HasSubstr("nothing to draw")))) << name;
  }
}

TEST(Fonts, AFaceGoesOnWithItsNextFontWhenTheFirstIsUnusable) {
  std::vector<std::string> complaints;
  const auto opened = FontSet::open(
      {{"headline", {"Missing.ttf", "Broken.ttf", "NotoSansSymbols2-Regular.ttf", "NotoSans-Bold.ttf"}}},
      {{"Broken.ttf", "not a font"}, font("NotoSansSymbols2-Regular.ttf"), font("NotoSans-Bold.ttf")}, complaints);
  ASSERT_TRUE(opened);
  EXPECT_THAT(complaints, ElementsAre("font Missing.ttf is missing", HasSubstr("Broken.ttf is no usable font"),
                                      HasSubstr("font NotoSansSymbols2-Regular.ttf lacks ")));
}

TEST(Fonts, AFaceWithoutAnyUsableFontIsRefused) {
  std::vector<std::string> complaints;
  const auto opened = FontSet::open({{"headline", {"Missing.ttf"}}}, {}, complaints);
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().message, "the face 'headline' has no font that covers Vietnamese");
}

TEST(Fonts, FacesOfTheSameFilesAreOneForEverySetOfAShelf) {
  auto shelf = std::make_shared<FontShelf>();
  shelf->put(font("NotoSans-Bold.ttf"));
  std::vector<std::string> complaints;
  const auto one = FontSet::open_from(shelf, {{"headline", {"NotoSans-Bold.ttf"}}}, complaints);
  const auto other =
      FontSet::open_from(shelf, {{"body", {"NotoSans-Bold.ttf"}}, {"strong", {"NotoSans-Bold.ttf"}}}, complaints);
  ASSERT_TRUE(one && other);
  EXPECT_TRUE(shelf->has("NotoSans-Bold.ttf"));
  EXPECT_EQ(shelf->face({"NotoSans-Bold.ttf"}, complaints).use_count(), 5);  // this one, the shelf's and the sets'
  EXPECT_EQ((*one)->width({"headline", 60, 0, scene::DigitWidth::natural}, "Kính chào"),
            (*other)->width({"body", 60, 0, scene::DigitWidth::natural}, "Kính chào"));
}

TEST(Fonts, AShelfSaysOfEachFileOnceWhatIsWrong) {
  FontShelf shelf;
  shelf.put({"Broken.ttf", "not a font"});
  std::vector<std::string> complaints;
  EXPECT_EQ(shelf.face({"Broken.ttf"}, complaints), nullptr);
  EXPECT_EQ(shelf.face({"Broken.ttf", "Missing.ttf"}, complaints), nullptr);
  EXPECT_THAT(complaints, ElementsAre("Broken.ttf is no usable font", "font Missing.ttf is missing"));
}

TEST(Fonts, InkIsWhereTheMeasurerSaysAndNeverClipped) {
  const auto set = fonts();
  for (const char* line : {"Ẵ", "Ỗ", "Ữ", "Ậ", "gyq", "Ngày truyền thống", "ẨM THỰC ĐỊA PHƯƠNG"}) {
    for (const int size : {20, 46, 71, 104}) {
      const scene::TextSetting setting{"headline", size, 0, scene::DigitWidth::natural};
      const auto ink = set->ink(setting, line);
      const auto rows = ink_rows(drawn(*set, setting, line));
      ASSERT_GE(rows.top, 0) << line;
      EXPECT_NEAR(rows.top, 180 - ink.above, 2) << line << " at " << size;
      EXPECT_NEAR(rows.bottom, 180 + ink.below - 1, 2) << line << " at " << size;
    }
  }
}

TEST(Fonts, ComposedAndDecomposedSpellingsDrawTheSamePixels) {
  const auto set = fonts();
  const scene::TextSetting setting{"headline", 64, 0, scene::DigitWidth::natural};
  const std::string decomposed = "e\u0323\u0302 o\u031b\u0303 u\u031b\u0301 a\u0306\u0309";
  EXPECT_EQ(drawn(*set, setting, text::clean(decomposed)), drawn(*set, setting, "ệ ỡ ứ ẳ"));
}

TEST(Fonts, EqualDigitsGiveEveryTimeTheSameWidth) {
  const auto set = fonts();
  const scene::TextSetting natural{"headline", 60, 0, scene::DigitWidth::natural};
  const scene::TextSetting equal{"headline", 60, 0, scene::DigitWidth::equal};
  EXPECT_NE(set->width(natural, "11:11"), set->width(natural, "08:00"));
  EXPECT_EQ(set->width(equal, "11:11"), set->width(equal, "08:00"));
}

TEST(Fonts, AWordThatTheFaceLacksIsDrawnWholeFromItsFallback) {
  const auto set = fonts();
  const scene::TextSetting headline{"headline", 60, 0, scene::DigitWidth::natural};
  const scene::TextSetting plain{"plain", 60, 0, scene::DigitWidth::natural};
  EXPECT_EQ(set->width(headline, "Ελλάδα"), set->width(plain, "Ελλάδα"));
  EXPECT_NE(drawn(*set, headline, "★"), Canvas({900, 300}));
}

TEST(Fonts, AWidthIsTheSumOfItsTrackedLetters) {
  const auto set = fonts();
  const scene::TextSetting setting{"headline", 60, 10, scene::DigitWidth::natural};
  const scene::TextSetting tight{"headline", 60, 0, scene::DigitWidth::natural};
  EXPECT_NEAR(set->width(setting, "NĂM"), set->width(tight, "N") + set->width(tight, "Ă") + set->width(tight, "M") + 20,
              1);
}

TEST(Fonts, SignsThatNoFontHasWithTheWordComeFromAnother) {
  const auto set = fonts();
  const scene::TextSetting setting{"headline", 60, 0, scene::DigitWidth::natural};
  EXPECT_NEAR(set->width(setting, "☎0229"), set->width(setting, "☎") + set->width(setting, "0229"), 0.01);
  EXPECT_NEAR(set->width(setting, "(★)"),
              set->width(setting, "(") + set->width(setting, "★") + set->width(setting, ")"), 0.01);
}

TEST(Fonts, AFaceSaysWhatItCannotDraw) {
  const auto set = fonts();
  for (const char* letter : {"ế", "☎", "Ω", "ж", "\u2011", "\u00a0"})
    EXPECT_TRUE(set->covers("headline", letter)) << letter;
  for (const char* letter : {"東", "ก", "ລ", "ខ", "ع", "😀", "🎉"})
    EXPECT_FALSE(set->covers("headline", letter)) << letter;
  EXPECT_TRUE(set->covers("headline", "★"));
  EXPECT_FALSE(set->covers("plain", "★"));
}

TEST(Fonts, WhatNoFontHasTakesNoRoomAndLeavesNoBox) {
  const auto set = fonts();
  const scene::TextSetting setting{"headline", 60, 0, scene::DigitWidth::natural};
  EXPECT_EQ(set->width(setting, "東京"), 0);
  EXPECT_EQ(drawn(*set, setting, "東京"), Canvas({900, 300}));
  EXPECT_EQ(drawn(*set, setting, "An東"), drawn(*set, setting, "An"));
  EXPECT_EQ(drawn(*set, {"plain", 60, 0, {}}, "A\uE000n"), drawn(*set, {"plain", 60, 0, {}}, "An"));
  EXPECT_EQ(set->width(setting, "An\uE000"), set->width(setting, "An"));
}

TEST(Fonts, AMarkThatTheFontHasNoPlaceForStandsOverItsLetter) {
  for (const char* const name : {"BeVietnamPro-Bold.ttf", "NotoSans-Bold.ttf", "NotoSerif-Bold.ttf"}) {
    const auto typeface = *Typeface::open(font(name));
    const auto plain = typeface->shaped("đ", {});
    const auto marked = typeface->shaped("đ\u0301", {});
    EXPECT_EQ(marked.letters, 1) << name;
    EXPECT_EQ(marked.advance, plain.advance) << name;
    EXPECT_LE(marked.ink.right, plain.ink.right) << name;
    EXPECT_GT(marked.ink.top, plain.ink.top) << name;
  }
}

TEST(Fonts, GlyphsAfterOneThatTheFontLacksBelongToALetter) {
  const auto typeface = *Typeface::open(font("BeVietnamPro-Bold.ttf"));
  for (const char* const word : {"漢a", "漢\u0301", "a漢\u0301b"}) {
    for (const Glyph& glyph : typeface->shaped(word, {}).glyphs) EXPECT_GE(glyph.letter, 0) << word;
  }
}

TEST(Fonts, ANonBreakingHyphenIsAHyphenOfTheSameFont) {
  const auto set = fonts();
  const scene::TextSetting setting{"headline", 60, 0, scene::DigitWidth::natural};
  EXPECT_EQ(drawn(*set, setting, "COVID\u201119"), drawn(*set, setting, "COVID\u201019"));
}

/// Of each run of columns with ink: its centre, and the light that it takes from or gives to the ground.
struct Stem {
  double centre = 0;
  double light = 0;
};

double light_of(std::uint32_t pixel) { return relative_luminance(unpack(pixel)); }

std::vector<Stem> stems(FontSet& set, int size, Colour ground, Colour colour, std::string_view line) {
  Canvas canvas({900, 300});
  for (int y = 0; y < 300; ++y) std::fill_n(canvas.row(y), 900, pack(ground));
  set.draw(canvas, {"headline", size, 0, scene::DigitWidth::natural}, colour, line, 20, 180);
  std::vector<Stem> found;
  double moment = 0;
  bool inside = false;
  for (int x = 0; x < 900; ++x) {
    double light = 0;
    for (int y = 0; y < 300; ++y) light += std::abs(light_of(canvas.row(y)[x]) - light_of(pack(ground)));
    if (light > 0 && !inside) found.push_back({});
    inside = light > 0;
    if (!inside) continue;
    moment = (found.back().centre * found.back().light) + x * light;
    found.back().light += light;
    found.back().centre = moment / found.back().light;
  }
  return found;
}

TEST(Fonts, LettersStandWhereTheFontWantsThemNotOnWholePixels) {
  const auto set = fonts();
  for (const int size : {26, 31, 37, 42}) {
    const auto found = stems(*set, size, {0, 0, 0}, white, "llllllllllllllll");
    const double wanted = set->width({"headline", size, 0, {}}, "l");
    ASSERT_EQ(found.size(), 16U);
    for (std::size_t index = 1; index < found.size(); ++index) {
      EXPECT_NEAR(found[index].centre - found[index - 1].centre, wanted, 0.05) << size;
    }
  }
}

TEST(Fonts, AStemWeighsTheSameWhereverItFallsAmongThePixels) {
  const auto set = fonts();
  const std::pair<Colour, Colour> pairs[] = {{{0, 0, 0}, white},
                                             {white, {0, 0, 0}},
                                             {{0x0c, 0x1a, 0x26}, {0xf7, 0xf2, 0xe8}},
                                             {{0xf2, 0xb7, 0x05}, {0x16, 0x13, 0x0a}}};
  for (const auto& [ground, colour] : pairs) {
    const auto found = stems(*set, 31, ground, colour, "llllllllllllllll");
    const auto [least, most] = std::ranges::minmax(found, {}, &Stem::light);
    EXPECT_LT(most.light / least.light, 1.03);
  }
}

std::uint32_t half_covered(std::uint32_t ground, Colour colour) {
  Coverage coverage({0, 0, 1, 1});
  coverage.add(0, 0, 1, 128);
  Canvas canvas({1, 1});
  canvas.row(0)[0] = ground;
  blend_light(coverage, colour, canvas, 0, 0);
  return canvas.row(0)[0];
}

TEST(Fonts, HalfACoveredPixelIsHalfTheLight) {
  constexpr Colour middle{195, 195, 195};
  EXPECT_EQ(half_covered(0xFF000000U, middle), 0xFF8F8F8FU);
  EXPECT_EQ(half_covered(0xFF00C3FFU, middle), 0xFF8FC3E3U);
}

TEST(Fonts, DarkTextCoversMoreAndLightTextLess) {
  EXPECT_EQ(half_covered(0xFFFFFFFFU, {0, 0, 0}), 0xFFA4A4A4U);
  EXPECT_EQ(half_covered(0xFF000000U, white), 0xFFADADADU);
}

TEST(Fonts, WhatIsCoveredWhollyHasTheVeryColour) {
  Coverage coverage({0, 0, 4, 1});
  coverage.add(0, 0, 1, 255);
  coverage.add(1, 0, 1, 100);
  coverage.add(1, 0, 9, 200);
  Canvas canvas({5, 1});
  blend_light(coverage, {255, 200, 17}, canvas, 1, 0);
  EXPECT_EQ(canvas.row(0)[0], 0xFF000000U);
  EXPECT_EQ(canvas.row(0)[1], 0xFFFFC811U);
  EXPECT_EQ(canvas.row(0)[2], 0xFFFFC811U);
}

TEST(Fonts, NothingCoveredLeavesEveryLevelAsItWas) {
  Canvas canvas({256, 1});
  for (int x = 0; x < 256; ++x) canvas.row(0)[x] = 0xFF000000U | static_cast<std::uint32_t>(x) * 0x10101U;
  const Canvas before = canvas;
  Coverage coverage({0, 0, 256, 1});
  coverage.add(0, 0, 256, 1);
  blend_light(coverage, {0, 0, 0, 1}, canvas, 0, 0);
  EXPECT_EQ(canvas, before);
}

TEST(Fonts, DrawingOutsideTheCanvasIsClipped) {
  const auto set = fonts();
  Canvas canvas({40, 20});
  set->draw(canvas, {"headline", 80, 0, scene::DigitWidth::natural}, white, "Tổ quốc", -100, 10);
  set->draw(canvas, {"headline", 80, 0, scene::DigitWidth::natural}, white, "Tổ quốc", 30, 500);
}

}  // namespace
}  // namespace lobby::stage
