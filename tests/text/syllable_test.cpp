#include "text/syllable.h"

#include <gtest/gtest.h>

#include <string>

#include "text/unicode.h"

namespace lobby::text {
namespace {

TEST(Syllable, TakesEverySyllableOfOrdinaryProse) {
  for (const char32_t* word :
       {U"nghiêng", U"lượng", U"truyền", U"thuở", U"khuya",  U"quyết",  U"quý", U"quí",    U"giếng", U"gì",
        U"gìn",     U"oang",  U"ế",      U"yêu",  U"uỷ",     U"ủy",     U"hòa", U"hoà",    U"khoẻ",  U"rượu",
        U"xoong",   U"quỳnh", U"huých",  U"đảng", U"nguyễn", U"phường", U"kỷ",  U"niệm",   U"toàn",  U"gần",
        U"ngoằn",   U"ngoèo", U"quốc",   U"huệ",  U"chiến",  U"sỹ",     U"ví",  U"thuyền", U"thoắt", U"ướp"}) {
    EXPECT_TRUE(is_syllable(word)) << to_utf8(word);
  }
}

TEST(Syllable, RefusesWhatVietnameseCannotHave) {
  for (const char32_t* word : {U"", U"zoo", U"résumé", U"hoàn thành", U"càp", U"bàt", U"lịćh", U"straße", U"nghiêngng",
                               U"bl", U"đđ", U"ìo", U"ngày1", U"ê̂"}) {
    EXPECT_FALSE(is_syllable(word)) << to_utf8(word);
  }
}

TEST(Syllable, FoldsTonePlacementAndTheLoneY) {
  EXPECT_EQ(folded(U"hòa"), folded(U"hoà"));
  EXPECT_EQ(folded(U"thủy"), folded(U"thuỷ"));
  EXPECT_EQ(folded(U"khỏe"), folded(U"khoẻ"));
  EXPECT_EQ(folded(U"kỷ"), folded(U"kỉ"));
  EXPECT_EQ(folded(U"quý"), folded(U"quí"));
  EXPECT_EQ(folded(U"sỹ"), folded(U"sĩ"));
}

TEST(Syllable, KeepsDifferentSyllablesApart) {
  EXPECT_NE(folded(U"thúy"), folded(U"thúi"));
  EXPECT_NE(folded(U"tay"), folded(U"tai"));
  EXPECT_NE(folded(U"hoa"), folded(U"hòa"));
  EXPECT_NE(folded(U"hỏa"), folded(U"hòa"));
  EXPECT_NE(folded(U"đa"), folded(U"da"));
}

}  // namespace
}  // namespace lobby::text
