#include "text/clean.h"

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace lobby::text {
namespace {

struct Row {
  std::string_view in, out;
};

/// One plain vowel, the mark of its shape, and its six letters in the order level, grave, hook, tilde, acute, dot.
struct Letters {
  std::string plain, shape;
  std::array<std::string, 6> letters;
};

const std::array<std::string, 6> tones = {"", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"};

std::vector<Letters> all_vowels() {
  return {{"a", "", {"a", "à", "ả", "ã", "á", "ạ"}},       {"a", "\u0306", {"ă", "ằ", "ẳ", "ẵ", "ắ", "ặ"}},
          {"a", "\u0302", {"â", "ầ", "ẩ", "ẫ", "ấ", "ậ"}}, {"e", "", {"e", "è", "ẻ", "ẽ", "é", "ẹ"}},
          {"e", "\u0302", {"ê", "ề", "ể", "ễ", "ế", "ệ"}}, {"i", "", {"i", "ì", "ỉ", "ĩ", "í", "ị"}},
          {"o", "", {"o", "ò", "ỏ", "õ", "ó", "ọ"}},       {"o", "\u0302", {"ô", "ồ", "ổ", "ỗ", "ố", "ộ"}},
          {"o", "\u031B", {"ơ", "ờ", "ở", "ỡ", "ớ", "ợ"}}, {"u", "", {"u", "ù", "ủ", "ũ", "ú", "ụ"}},
          {"u", "\u031B", {"ư", "ừ", "ử", "ữ", "ứ", "ự"}}, {"y", "", {"y", "ỳ", "ỷ", "ỹ", "ý", "ỵ"}},
          {"A", "", {"A", "À", "Ả", "Ã", "Á", "Ạ"}},       {"A", "\u0306", {"Ă", "Ằ", "Ẳ", "Ẵ", "Ắ", "Ặ"}},
          {"A", "\u0302", {"Â", "Ầ", "Ẩ", "Ẫ", "Ấ", "Ậ"}}, {"E", "", {"E", "È", "Ẻ", "Ẽ", "É", "Ẹ"}},
          {"E", "\u0302", {"Ê", "Ề", "Ể", "Ễ", "Ế", "Ệ"}}, {"I", "", {"I", "Ì", "Ỉ", "Ĩ", "Í", "Ị"}},
          {"O", "", {"O", "Ò", "Ỏ", "Õ", "Ó", "Ọ"}},       {"O", "\u0302", {"Ô", "Ồ", "Ổ", "Ỗ", "Ố", "Ộ"}},
          {"O", "\u031B", {"Ơ", "Ờ", "Ở", "Ỡ", "Ớ", "Ợ"}}, {"U", "", {"U", "Ù", "Ủ", "Ũ", "Ú", "Ụ"}},
          {"U", "\u031B", {"Ư", "Ừ", "Ử", "Ữ", "Ứ", "Ự"}}, {"Y", "", {"Y", "Ỳ", "Ỷ", "Ỹ", "Ý", "Ỵ"}}};
}

TEST(Nfc, ComposesEverySpellingOfEveryVietnameseLetter) {
  for (const Letters& row : all_vowels()) {
    for (std::size_t tone = 0; tone < tones.size(); ++tone) {
      const std::string& letter = row.letters[tone];
      EXPECT_EQ(nfc(letter), letter);
      EXPECT_EQ(nfc(row.plain + row.shape + tones[tone]), letter) << "shape, then tone";
      EXPECT_EQ(nfc(row.plain + tones[tone] + row.shape), letter) << "tone, then shape";
      EXPECT_EQ(nfc(row.letters[0] + tones[tone]), letter) << "letter with shape, then tone";
    }
  }
  EXPECT_EQ(nfc("đĐ"), "đĐ");
}

TEST(Nfc, ComposesShapesSetOnALetterThatHasItsTone) {
  for (const Letters& row : all_vowels()) {
    if (row.shape.empty()) continue;
    for (const Letters& plain : all_vowels()) {
      if (plain.plain != row.plain || !plain.shape.empty()) continue;
      for (std::size_t tone = 0; tone < tones.size(); ++tone) {
        EXPECT_EQ(nfc(plain.letters[tone] + row.shape), row.letters[tone]);
      }
    }
  }
}

TEST(Nfc, KnowsTheOldToneMarksAndLeavesOtherScriptsAlone) {
  EXPECT_EQ(nfc("a\u0340 a\u0341"), "à á");
  EXPECT_EQ(nfc("Привет, 東京, é\u0306"), "Привет, 東京, é\u0306");
  EXPECT_EQ(nfc("plain"), "plain");
}

TEST(Upper, RaisesEveryVietnameseLetter) {
  const auto vowels = all_vowels();
  for (std::size_t row = 0; row < vowels.size() / 2; ++row) {
    for (std::size_t tone = 0; tone < tones.size(); ++tone) {
      EXPECT_EQ(upper(vowels[row].letters[tone]), vowels[row + vowels.size() / 2].letters[tone]);
    }
  }
  EXPECT_EQ(upper("Chào mừng đ/c 78 năm «ANTQ»"), "CHÀO MỪNG Đ/C 78 NĂM «ANTQ»");
}

TEST(Clean, LeavesGoodTextAsItIs) {
  for (const std::string_view text : {"", "Thứ Tư, 24/07/2024", "2.120km – “Dân vận khéo” (16/6/1967 – 16/6/2022)…",
                                      "48.000 ₫ · 10 m² × 3° − 5", "uỷ và ủy, hòa và hoà, sỹ", "Привет, мир", "東京"}) {
    EXPECT_EQ(clean(text), text);
  }
}

TEST(Clean, MakesEveryBlankOnePlainSpace) {
  for (const auto& [in, out] :
       {Row{"Ninh Bình\u00A0triển khai", "Ninh Bình triển khai"},
        Row{" \t\r\n a \u2003\u202F\u3000 b\u0085\v\f", "a b"}, Row{"a\u2028b\u2029c", "a b c"}, Row{"\u00A0", ""}}) {
    EXPECT_EQ(clean(in), out);
  }
}

TEST(Clean, DropsWhatDrawsNothing) {
  for (const auto& [in, out] :
       {Row{"\uFEFFAn\u200B ninh\u200E\u200F\u2060", "An ninh"}, Row{"a\x01\x1F\x7F\u0080z", "az"},
        Row{"a\uFFFDb", "ab"}, Row{"tru\u00ADyền", "truyền"}, Row{"a\uE000b\U000F0000", "ab"}, Row{"a \u200B b", "a b"},
        Row{"\uFDD0\uFFFFx", "x"}, Row{"ky\u200B\u0309", "kỷ"}}) {
    EXPECT_EQ(clean(in), out);
  }
}

TEST(Clean, KeepsTheBulletOfAWordProcessor) { EXPECT_EQ(clean("\uF0B7 Điều 1"), "• Điều 1"); }

TEST(Clean, RepairsLookAlikesInsideVietnameseWords) {
  for (const auto& [in, out] :
       {Row{"Ðảng ủy", "Đảng ủy"}, Row{"ðồng chí", "đồng chí"}, Row{"Ɖảng", "Đảng"}, Row{"nǎm", "năm"},
        Row{"nǎ\u0301m", "nắm"}, Row{"HÐND, QÐ-UBND, NÐ-CP", "HĐND, QĐ-UBND, NĐ-CP"}, Row{"ÐẢNG", "ĐẢNG"}}) {
    EXPECT_EQ(clean(in), out);
  }
}

TEST(Clean, LeavesTheSameLettersOfOtherLanguages) {
  for (const std::string_view text : {"Guðmundur Þórðarson", "Hǎilóng", "GUÐMUNDUR"}) EXPECT_EQ(clean(text), text);
}

TEST(Clean, LeavesAtMostTwoMarksOnALetterAndNoneWithoutOne) {
  EXPECT_EQ(clean("z\u0335\u0336\u0337\u0338a"), "z\u0335\u0336a");
  EXPECT_EQ(clean("\u0301x \u0302y"), "x y");
}

TEST(Clean, ChangesNothingTheSecondTime) {
  for (const std::string_view text :
       {"nǎ\u200B\u0301m", "z\u0335\u0336\u0337ð", "a \u0301 b", "ð\u0335\u0336\u0337\u0338ang"}) {
    EXPECT_EQ(clean(clean(text)), clean(text));
  }
}

TEST(CleanCaption, CutsImageIdsOfTwentyDigits) {
  for (const auto& [in, out] :
       {Row{"87e90dbac8ff0ba152eeLễ gặp mặt", "Lễ gặp mặt"}, Row{"2469a86e022bc175983aLãnh đạo Cục", "Lãnh đạo Cục"},
        Row{"9f969bdb1a9ed9c0808f b4657042f30730596916Cán bộ chiến sỹ", "Cán bộ chiến sỹ"},
        Row{"9f969bdb1a9ed9c0808fb4657042f30730596916Cán bộ", "Cán bộ"}, Row{"4bff7ebaf1ff32a16bee", ""},
        Row{"4bff7ebaf1ff32a16beecác đồng chí", "các đồng chí"}, Row{"4bff7ebaf1ff32a16beebạn bè", "bạn bè"},
        Row{"4bff7ebaf1ff32a16bee55 năm", "55 năm"}, Row{"Ảnh: 4bff7ebaf1ff32a16bee Lễ", "Ảnh: Lễ"}}) {
    EXPECT_EQ(clean_caption(in), out);
  }
}

TEST(CleanCaption, LeavesOtherLongNumbersAndDigests) {
  for (const std::string_view text :
       {"4bff7ebaf1ff32a16be", "12345678901234567890", "d41d8cd98f00b204e9800998ecf8427e", "4BFF7EBAF1FF32A16BEE"}) {
    EXPECT_EQ(clean_caption(text), text);
  }
}

TEST(CleanCaption, CutsTheEndOfDocumentMark) {
  for (const auto& [in, out] :
       {Row{"giàu đẹp./.", "giàu đẹp"}, Row{"giàu đẹp ./. ", "giàu đẹp"}, Row{"giàu đẹp/.", "giàu đẹp"}, Row{"./.", ""},
        Row{"giàu đẹp./. Thượng tá Vĩnh", "giàu đẹp. Thượng tá Vĩnh"}}) {
    EXPECT_EQ(clean_caption(in), out);
  }
}

TEST(CompareKey, IsTheSameForSpellingsOfOneTitle) {
  for (const auto& [a, b] :
       {Row{"HÒA BÌNH", "hoà bình"}, Row{"Ủy ban thủy lợi", "uỷ ban thuỷ lợi"}, Row{"Kỷ niệm", "kỉ niệm"},
        Row{"chiến sỹ", "chiến sĩ"}, Row{"“Dân vận khéo”", "\"Dân vận khéo\""},
        Row{"kinh tế – văn hóa", "kinh tế - văn hoá"}, Row{"thế giới,Tháng", "thế giới, tháng"},
        Row{"giảm nghèo…", "giảm nghèo..."}, Row{"  a \u00A0 b", "a b"}, Row{"ky\u0309 niê\u0323m", "kỷ niệm"}}) {
    EXPECT_EQ(compare_key(a), compare_key(b));
  }
}

TEST(CompareKey, KeepsDifferentTitlesApart) {
  for (const auto& [a, b] : {Row{"lực lượng", "lực lương"}, Row{"55 năm", "5 5 năm"}, Row{"tay", "tai"},
                             Row{"hoa", "hòa"}, Row{"an toàn", "antoàn"}, Row{"đa", "da"}}) {
    EXPECT_NE(compare_key(a), compare_key(b));
  }
}

TEST(ValidUtf8, KnowsWhatIsNot) {
  using namespace std::string_view_literals;
  for (const std::string_view good : {"", "abc", "Nguyễn", "\u0800", "\uFFFF", "\U0010FFFF"}) {
    EXPECT_TRUE(valid_utf8(good));
  }
  for (const std::string_view bad :
       {"a\0b"sv, "\x80"sv, "\xC0\xAF"sv, "\xE1\xBB"sv, "\xED\xA0\x80"sv, "\xF4\x90\x80\x80"sv,
        "\xF8\x88\x80\x80\x80"sv, "\xE0\x80\x80"sv, "\xF0\x8F\xBF\xBF"sv}) {
    EXPECT_FALSE(valid_utf8(bad));
  }
}

TEST(CountWords, CountsRunsBetweenBlanks) {
  EXPECT_EQ(count_words(""), 0);
  EXPECT_EQ(count_words("Lực lượng xây dựng phong trào"), 6);
  EXPECT_EQ(count_words(" 55 năm\u00A0xây "), 3);
}

}  // namespace
}  // namespace lobby::text
