#include <freetype/freetype.h>
#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>

#include "scene/typeset.h"
#include "stage/fonts.h"
#include "text/unicode.h"

// Every Vietnamese letter in every font of fonts/ at five sizes: nothing clipped, nothing touching, one picture for all
// its spellings.
namespace lobby::stage {

/// What googletest says of a parameter: not the bytes of the file.
static void PrintTo(const FontFile& file, std::ostream* out) { *out << file.name; }

namespace {

constexpr int sizes[] = {24, 41, 66, 97, 160};
constexpr std::u32string_view lower_letters =
    U"aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ";

std::u32string letters() {
  std::u32string all(lower_letters);
  for (const char32_t letter : lower_letters) all += text::upper_of(letter);
  return all;
}

std::vector<FontFile> text_fonts() {
  std::vector<FontFile> files;
  for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(LOBBY_SOURCE_DIR) / "fonts")) {
    const auto name = entry.path().filename().string();
    if (entry.path().extension() != ".ttf" || name.contains("Symbols")) continue;
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    // Every face of a family goes the same way through the code.
    if (!name.contains("Regular")) continue;
#endif
    std::ifstream stream(entry.path(), std::ios::binary);
    files.push_back({name, {std::istreambuf_iterator<char>(stream), {}}});
  }
  std::ranges::sort(files, {}, &FontFile::name);
  return files;
}

std::string utf8(std::u32string_view text) { return text::to_utf8(text); }

/// A letter taken apart: its base and marks in canonical order.
std::u32string apart(char32_t letter) {
  static const std::map<char32_t, std::u32string> known = [] {
    std::map<char32_t, std::u32string> table;
    constexpr std::u32string_view shapes = U"\u0302\u0306\u031B";
    constexpr std::u32string_view tones = U"\u0300\u0309\u0303\u0301\u0323";
    const auto note = [&](const std::u32string& spelling) {
      const auto composed = text::code_points(text::compose(utf8(spelling)));
      if (composed.size() == 1) table[composed.front()] = spelling;
      return composed.size() == 1;
    };
    for (const char32_t base : std::u32string_view(U"aeiouyAEIOUY")) {
      for (const char32_t tone : tones) note({base, tone});
      for (const char32_t shape : shapes) {
        if (!note({base, shape})) continue;
        for (const char32_t tone : tones) note({base, shape, tone});
      }
    }
    return table;
  }();
  const auto found = known.find(letter);
  return found != known.end() ? found->second : std::u32string(1, letter);
}

/// Every spelling that Unicode calls the same: marks in each order that composes back, one or two of them composed.
std::set<std::string> spellings(char32_t letter) {
  const std::u32string whole(1, letter);
  const auto parts = apart(letter);
  std::set<std::u32string> candidates{whole, parts};
  if (parts.size() == 3) {
    const std::u32string swapped{parts[0], parts[2], parts[1]};
    for (const auto& order : {parts, swapped}) {
      candidates.insert(order);
      candidates.insert(text::code_points(text::compose(utf8(order.substr(0, 2)))) + order[2]);
    }
  }
  std::set<std::string> same;
  for (const auto& spelling : candidates) {
    if (text::compose(utf8(spelling)) == utf8(whole)) same.insert(utf8(spelling));
  }
  return same;
}

struct Extent {
  int left = 1 << 20, top = 1 << 20, right = -(1 << 20), bottom = -(1 << 20);
  void take(int x, int y) {
    left = std::min(left, x);
    top = std::min(top, y);
    right = std::max(right, x + 1);
    bottom = std::max(bottom, y + 1);
  }
};

bool holds(const Extent& outer, const Extent& inner) {
  return outer.left <= inner.left && outer.top <= inner.top && outer.right >= inner.right &&
         outer.bottom >= inner.bottom;
}

constexpr int origin = 100;
constexpr int baseline = 260;
constexpr Colour ink{255, 255, 255};

Extent extent(const Canvas& canvas) {
  Extent all;
  for (int y = 0; y < canvas.size().height; ++y) {
    for (int x = 0; x < canvas.size().width; ++x) {
      if (canvas.row(y)[x] != 0xFF000000U) all.take(x - origin, y - baseline);
    }
  }
  return all;
}

Canvas drawn(FontSet& fonts, int size, std::string_view line, Size canvas_size = {400, 360}) {
  Canvas canvas(canvas_size);
  fonts.draw(canvas, {"face", size, 0, scene::DigitWidth::natural}, ink, line, origin, baseline);
  return canvas;
}

std::unique_ptr<FontSet> opened(const FontFile& file) {
  std::vector<std::string> complaints;
  return std::move(*FontSet::open({{"face", {file.name}}}, {file}, complaints));
}

class EveryFont : public testing::TestWithParam<FontFile> {};

TEST_P(EveryFont, DrawsEveryLetterInEverySpellingWithTheSamePixels) {
  const auto fonts = opened(GetParam());
  int compared = 0;
  for (const int size : sizes) {
    for (const char32_t letter : letters()) {
      const auto all = spellings(letter);
      if (all.size() < 2) continue;
      const std::string whole = utf8({&letter, 1});
      const auto picture = drawn(*fonts, size, whole);
      for (const auto& spelling : all) {
        ASSERT_EQ(drawn(*fonts, size, spelling), picture) << whole << " at " << size << " in " << spelling.size();
        ASSERT_EQ(fonts->width({"face", size, 0, {}}, spelling), fonts->width({"face", size, 0, {}}, whole));
        ++compared;
      }
    }
  }
  // 132 letters: those with one mark have two spellings; of those with two, â ă ê ô with a tone above three, the
  // others five, for then the marks may change places.
  EXPECT_EQ(compared, 5 * 2 * (36 * 2 + 16 * 3 + 14 * 5));
}

/// What there is to see in FreeType's own picture of the letter. What covers less than a hundredth of a pixel depends
/// on how corners were rounded.
Extent pictured(FT_Face face, char32_t letter) {
  Extent all;
  if (FT_Load_Char(face, letter, FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP | FT_LOAD_RENDER) != 0) return all;
  const auto& slot = *face->glyph;
  for (unsigned y = 0; y < slot.bitmap.rows; ++y) {
    for (unsigned x = 0; x < slot.bitmap.width; ++x) {
      constexpr int visible = 3;
      if (slot.bitmap.buffer[static_cast<int>(y) * slot.bitmap.pitch + static_cast<int>(x)] < visible) continue;
      all.take(slot.bitmap_left + static_cast<int>(x), static_cast<int>(y) - slot.bitmap_top);
    }
  }
  return all;
}

TEST_P(EveryFont, ClipsNothingAndMeasuresWhatItDraws) {
  const auto fonts = opened(GetParam());
  FT_Library library = nullptr;
  FT_Face face = nullptr;
  ASSERT_EQ(FT_Init_FreeType(&library), 0);
  const auto& bytes = GetParam().bytes;
  ASSERT_EQ(FT_New_Memory_Face(library, reinterpret_cast<const FT_Byte*>(bytes.data()),
                               static_cast<FT_Long>(bytes.size()), 0, &face),
            0);
  for (const int size : sizes) {
    FT_Set_Pixel_Sizes(face, 0, static_cast<FT_UInt>(size));
    for (const char32_t letter : letters()) {
      const std::string line = utf8({&letter, 1});
      const auto ours = extent(drawn(*fonts, size, line));
      const auto ink = fonts->ink({"face", size, 0, {}}, line);
      EXPECT_TRUE(holds(ours, pictured(face, letter))) << line << " at " << size;
      EXPECT_TRUE(-ink.above == ours.top || -ink.above + 1 == ours.top) << line << " at " << size;
      const int bottom = std::max(0, ours.bottom);
      EXPECT_TRUE(ink.below == bottom || ink.below - 1 == bottom) << line << " at " << size;
    }
  }
  FT_Done_Face(face);
  FT_Done_FreeType(library);
}

config::Text fixed_size(int lines) {
  config::Text text;
  text.face = "face";
  text.lines = lines;
  text.colour = "#ffffff";
  return text;
}

/// The first and last row that a line of one face covers, from its baseline; each line is drawn once.
class Rows {
 public:
  explicit Rows(FontSet& fonts) : fonts_(&fonts) {}
  const Extent& of(const scene::TextSetting& setting, const std::string& line) {
    auto& known = seen_[{setting.size, line}];
    if (!known) {
      Canvas canvas({1800, 520});
      fonts_->draw(canvas, setting, ink, line, origin, baseline);
      known = extent(canvas);
    }
    return *known;
  }

 private:
  FontSet* fonts_;
  std::map<std::pair<int, std::string>, std::optional<Extent>> seen_;
};

TEST_P(EveryFont, KeepsLinesApartUnderTheHighestMarks) {
  constexpr int unit = 1000;
  const char* deep[] = {"gyjqp", "ẬỘỊỰ", "Đgjỵ", "(Ẹ,;)", "ọợậệ"};
  const char* high[] = {"ẴỖỮ", "ẲỂỔ", "ẮẾỐỨ", "Ỹ“ẰỀ”", "ẵỗữ", "xaceo"};
  const auto fonts = opened(GetParam());
  Rows rows(*fonts);
  config::Theme theme;
  for (const int size : sizes) {
    for (const char* above : deep) {
      for (const char* below : high) {
        auto text = fixed_size(3);
        text.least = text.most = size * 100.0 / unit;
        const scene::Copy copy{&text, {{above, 0, true}, {below, 0, true}, {above, 0, true}}, 3};
        const int room = static_cast<int>(std::max(fonts->width({"face", size, 0, {}}, above),
                                                   fonts->width({"face", size, 0, {}}, below))) +
                         1;
        const auto blocks = scene::set_stack({copy}, {room, 10 * size}, unit, *fonts);
        std::vector<scene::Op> ops;
        scene::place(blocks, {0, 0, room, 10 * size}, 0, theme, *fonts, ops);
        ASSERT_EQ(ops.size(), 1U);
        const auto& op = std::get<scene::TextOp>(ops.front());
        ASSERT_EQ(op.lines.size(), 3U) << above << " " << below;
        int free_from = op.box.y;
        for (const auto& line : op.lines) {
          const auto& covered = rows.of(op.setting, line.text);
          EXPECT_GE(line.baseline + covered.top, free_from) << above << " over " << below << " at " << size;
          // At least a pixel of ground, and a twentieth of the size.
          free_from = line.baseline + covered.bottom + std::max(1, size / 20);
        }
        const auto& last = rows.of(op.setting, op.lines.back().text);
        EXPECT_LE(op.lines.back().baseline + last.bottom, op.box.bottom());
      }
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Shipped, EveryFont, testing::ValuesIn(text_fonts()), [](const auto& parameter) {
  auto name = parameter.param.name.substr(0, parameter.param.name.find('.'));
  std::erase(name, '-');
  return name;
});

}  // namespace
}  // namespace lobby::stage
