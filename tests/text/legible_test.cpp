#include "text/legible.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "text/clean.h"
#include "text/unicode.h"

namespace lobby::text {
namespace {

/// Draws like a face for Vietnamese: Latin, Greek and a few signs.
bool draws(std::string_view letter) {
  constexpr std::u32string_view signs = U"★☎✓⚠€₫…–—“”‘’«»•";
  const auto points = code_points(letter);
  return std::ranges::all_of(points, [&](char32_t c) {
    return c < 0x0400 || (c >= 0x1E00 && c < 0x2000) || signs.contains(c) || (c >= 0x1F1E6 && c <= 0x1F1FF);
  });
}

struct LegibleCase {
  const char* line;
  const char* expected;
};

void expect(std::initializer_list<LegibleCase> cases) {
  for (const auto& [line, expected] : cases) {
    EXPECT_EQ(legible(line, draws), expected) << line;
    EXPECT_EQ(legible(legible(line, draws), draws), expected) << line;
  }
}

TEST(Legible, WhatCanBeDrawnStaysAsItIs) {
  expect({{"Kỷ niệm 78 năm (12/7/1946 – 12/7/2024)!", "Kỷ niệm 78 năm (12/7/1946 – 12/7/2024)!"},
          {"★ ☎ 0229.3871 – ✓", "★ ☎ 0229.3871 – ✓"},
          {"“Ελλάδα” , \"\" – –", "“Ελλάδα” , \"\" – –"},
          {"", ""}});
}

TEST(Legible, ArrowsAndTicksWithoutAGlyphBecomeTheNearestSign) {
  expect({{"từ 25 → 30 độ C", "từ 25 – 30 độ C"},
          {"26.000 ↔ 26.500 đồng", "26.000 – 26.500 đồng"},
          {"113 ⇒ 114 ⇒ 115", "113 – 114 – 115"},
          {"✅ Đã duyệt", "✓ Đã duyệt"}});
}

TEST(Legible, SignsOfMathematicsThatNoFontHasAreSpelledOut) {
  expect({{"√2 là số vô tỷ", "căn 2 là số vô tỷ"},
          {"x∈A, y ∉ B", "x thuộc A, y không thuộc B"},
          {"đến ∞!", "đến vô cực!"},
          {"(∑) và ∀x", "(tổng) và với mọi x"}});
}

TEST(Legible, EmojiGoWithTheirSelectorsJoinersAndTones) {
  expect({{"🎉 Chào mừng 🎉🎉", "Chào mừng"},
          {"Chúc mừng 👍🏽!", "Chúc mừng!"},
          {"Gia đình 👨‍👩‍👧 văn hóa", "Gia đình văn hóa"},
          {"Đoàn 🇻🇳 – 🇱🇦 thăm", "Đoàn – thăm"},
          {"☎️ 113", "☎ 113"},
          {"1️⃣ Đăng ký", "1 Đăng ký"}});
  EXPECT_EQ(legible(clean("Gia đình 👨‍👩‍👧 văn hóa 🏴󠁧󠁢󠁥󠁮󠁧󠁿"), draws),
            "Gia đình văn hóa");
}

TEST(Legible, WordsOfAScriptThatNoFontHasGoWhole) {
  expect({{"Hội nghị 東京 2026", "Hội nghị 2026"},
          {"東京", ""},
          {"Tham tán Nguyễn (阮文安) phát biểu", "Tham tán Nguyễn phát biểu"},
          {"Làng Vân漓江Lam", "Làng VânLam"},
          {"ประเทศไทย: khai mạc", "khai mạc"},
          {"Khai mạc ສະບາຍດີ, ភាសាខ្មែរ, العربية", "Khai mạc"},
          {"Đoàn Lào (ສປປ ລາວ), Thái và Nga", "Đoàn Lào, Thái và Nga"},
          {"Phim «寄生» đoạt giải", "Phim đoạt giải"},
          {"Ẩm thực (東京 – 日本) ☎️ 113", "Ẩm thực ☎ 113"},
          {"Khách (Lào – 東京, Nga) và (東京; Lào)", "Khách (Lào – Nga) và (Lào)"},
          {"Đoàn “Lào, 東京” đến", "Đoàn “Lào” đến"},
          {"Thăm 北京 – 上海 – Hà Nội", "Thăm – Hà Nội"},
          {"Câu đố “"
           "漢"
           "” \""
           "漢"
           "\" hay",
           "Câu đố hay"}});
}

TEST(Legible, AWordThatMissesOneLetterGoesWhole) {
  const auto lacks_omega = [](std::string_view letter) { return draws(letter) && letter != "ώ"; };
  EXPECT_EQ(legible("Tạp chí Γνώση ra mắt", lacks_omega), "Tạp chí ra mắt");
}

TEST(Legible, FancyAlphabetsBecomePlain) {
  expect({{"𝐓𝐡𝐨̂𝐧𝐠 𝐛𝐚́𝐨", "Thông báo"}, {"ＵＢＮＤ", "UBND"}, {"120 ㎡", "120 m2"}, {"Ⓐ ﬁn", "A fin"}});
}

TEST(Legible, WhatSaysNothingWithoutItsSignsIsEmpty) {
  expect({{"🎉🎉🎉!!!", ""}, {"(東京) – “京都”", ""}, {"漢: – ,", ""}});
}

TEST(Legible, ReadableIsWhatHasLettersThatTextFontsHave) {
  for (const char* line : {"Ở", "đ", "113", "東京 A", "𝐓", "“x”", "Москва", "Ω"}) EXPECT_TRUE(readable(line)) << line;
  for (const char* line : {"", "東京", "ສະບາຍດີ", "🎉!", "– “”"}) EXPECT_FALSE(readable(line)) << line;
}

TEST(Legible, AnyCanonicalSpellingComesBackComposed) {
  EXPECT_EQ(legible("Vie\u0323\u0302t Nam, Vi\u00ea\u0323t Nam, Vi\u1eb9\u0302t Nam", draws),
            "Việt Nam, Việt Nam, Việt Nam");
}

}  // namespace
}  // namespace lobby::text
