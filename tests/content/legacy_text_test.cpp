#include "content/legacy_text.h"

#include "reading.h"

namespace lobby::content {
namespace {

std::string repaired(std::string html) {
  Repairs repairs;
  repair_legacy({&html}, repairs);
  return html;
}

TEST(LegacyText, RepairsAnOldArticleInsideAPageOfUnicode) {
  const Reading reading = read(
      "<html><head><title>Tin tức</title></head><body><div class=menu><a href=/>Công an</a> <a href=/lien-he>Liên "
      "hệ</a></div><h1>LÔ kû niÖm ngµy truyÒn thèng lùc l\u00ADîng C¶nh s¸t nh©n d©n</h1><p>C«ng an tØnh ph¸t ®éng "
      "phong trµo thi ®ua, x©y dùng ®¬n vÞ v÷ng m¹nh</p><p>S¸ng nay, ®«ng ®¶o c¸n bé vµ nh©n d©n ®· vÒ dù lÔ trao tÆng "
      "danh hiÖu cao quý. §©y lµ niÒm tù hµo cña toµn lùc l\u00ADîng.</p><p>Bản quyền thuộc về Cổng thông tin điện "
      "tử</p></body></html>");
  ASSERT_EQ(reading.items.size(), 1U);
  EXPECT_EQ(reading.items.front().title, "Lễ kỷ niệm ngày truyền thống lực lượng Cảnh sát nhân dân");
  EXPECT_EQ(reading.repairs, (Repairs{{"TCVN3", 1}}));
  ASSERT_GE(reading.content.size(), 2U);
  EXPECT_EQ(reading.content.front(), "Công an tỉnh phát động phong trào thi đua, xây dựng đơn vị vững mạnh");
}

TEST(LegacyText, RepairsOnlyTheItemsOfAFeedThatNeedIt) {
  const Reading reading = read(
      rss("<item><title>Leã kyû nieäm ngaøy truyeàn thoáng löïc löôïng Caûnh saùt nhaân daân</title><description>Coâng "
          "an tænh phaùt ñoäng phong traøo thi ñua, xaây döïng ñôn vò vöõng maïnh</description></item>"
          "<item><title>Công an tỉnh</title></item>"
          "<item><title>CÃ´ng an tá»‰nh phÃ¡t Ä‘á»™ng phong trÃ\u00A0o thi Ä‘ua, xÃ¢y dá»±ng Ä‘Æ¡n vá»‹ vá»¯ng "
          "máº¡nh</title></item>"));
  ASSERT_EQ(reading.items.size(), 3U);
  EXPECT_EQ(reading.items[0].title, "Lễ kỷ niệm ngày truyền thống lực lượng Cảnh sát nhân dân");
  EXPECT_EQ(reading.items[0].summary, "Công an tỉnh phát động phong trào thi đua, xây dựng đơn vị vững mạnh");
  EXPECT_EQ(reading.items[1].title, "Công an tỉnh");
  EXPECT_EQ(reading.items[2].title, "Công an tỉnh phát động phong trào thi đua, xây dựng đơn vị vững mạnh");
  EXPECT_EQ(reading.repairs, (Repairs{{"VNI", 1}, {"double UTF-8", 1}}));
}

TEST(LegacyText, DecodesTheLettersThatAreWrittenAsEntities) {
  EXPECT_EQ(repaired("<p>C&laquo;ng an t&Oslash;nh ph&cedil;t</p>"), "<p>Công an tỉnh phát</p>");
}

TEST(LegacyText, DoesNotTouchCleanMarkup) {
  for (const std::string html :
       {"<p title=\"Công an\">Công an tỉnh &amp; &agrave; &lt;b&gt;</p>", "<p>&copy; 2026 &laquo;Thông tin&raquo;</p>",
        "plain", "", "<", "a & b", "&#224; la carte &eacute;t&eacute;"}) {
    EXPECT_EQ(repaired(html), html);
  }
}

}  // namespace
}  // namespace lobby::content
