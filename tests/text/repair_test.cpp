#include "text/repair.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "text/clean.h"
#include "text/decode.h"
#include "text/legacy_fonts.h"

namespace lobby::text {
namespace {

struct Case {
  Legacy legacy;
  std::string written, meant;
};

const std::vector<Case>& cases() {
  static const std::vector<Case> all{
      {Legacy::double_utf8, "Lá»… ká»· niá»‡m ngÃ\u00A0y truyá»\u0081n thá»‘ng lá»±c lÆ°á»£ng Cáº£nh sÃ¡t nhÃ¢n dÃ¢n",
       "Lễ kỷ niệm ngày truyền thống lực lượng Cảnh sát nhân dân"},
      {Legacy::double_utf8,
       "CÃ´ng an tá»‰nh phÃ¡t Ä‘á»™ng phong trÃ\u00A0o thi Ä‘ua, xÃ¢y dá»±ng Ä‘Æ¡n vá»‹ vá»¯ng máº¡nh",
       "Công an tỉnh phát động phong trào thi đua, xây dựng đơn vị vững mạnh"},
      {Legacy::double_utf8, "áº¤m Ã¡p Táº¿t Trung thu: trao 120 suáº¥t quÃ\u00A0 cho tráº» em vÃ¹ng lÅ©",
       "Ấm áp Tết Trung thu: trao 120 suất quà cho trẻ em vùng lũ"},
      {Legacy::double_utf8,
       "LÃ¡Â»â€¦ kÃ¡Â»Â· niÃ¡Â»â€¡m ngÃƒÂ\u00A0y truyÃ¡Â»Â\u0081n thÃ¡Â»â€˜ng lÃ¡Â»Â±c lÃ†Â°Ã¡Â»Â£ng CÃ¡ÂºÂ£nh sÃƒÂ¡t "
       "nhÃƒÂ¢n dÃƒÂ¢n",
       "Lễ kỷ niệm ngày truyền thống lực lượng Cảnh sát nhân dân"},
      {Legacy::double_utf8,
       "CÃƒÂ´ng an tÃ¡Â»â€°nh phÃƒÂ¡t Ã„â€˜Ã¡Â»â„¢ng phong trÃƒÂ\u00A0o thi Ã„â€˜ua, xÃƒÂ¢y dÃ¡Â»Â±ng Ã„â€˜Ã†Â¡n "
       "vÃ¡Â»â€¹ vÃ¡Â»Â¯ng mÃ¡ÂºÂ¡nh",
       "Công an tỉnh phát động phong trào thi đua, xây dựng đơn vị vững mạnh"},
      {Legacy::double_utf8,
       "Ã¡ÂºÂ¤m ÃƒÂ¡p TÃ¡ÂºÂ¿t Trung thu: trao 120 suÃ¡ÂºÂ¥t quÃƒÂ\u00A0 cho trÃ¡ÂºÂ» em vÃƒÂ¹ng lÃ…Â©",
       "Ấm áp Tết Trung thu: trao 120 suất quà cho trẻ em vùng lũ"},
      {Legacy::tcvn3, "LÔ kû niÖm ngµy truyÒn thèng lùc l\u00ADîng C¶nh s¸t nh©n d©n",
       "Lễ kỷ niệm ngày truyền thống lực lượng Cảnh sát nhân dân"},
      {Legacy::tcvn3, "C«ng an tØnh ph¸t ®éng phong trµo thi ®ua, x©y dùng ®¬n vÞ v÷ng m¹nh",
       "Công an tỉnh phát động phong trào thi đua, xây dựng đơn vị vững mạnh"},
      {Legacy::tcvn3, "Êm ¸p TÕt Trung thu: trao 120 suÊt quµ cho trÎ em vïng lò",
       "ấm áp Tết Trung thu: trao 120 suất quà cho trẻ em vùng lũ"},
      {Legacy::vni, "Leã kyû nieäm ngaøy truyeàn thoáng löïc löôïng Caûnh saùt nhaân daân",
       "Lễ kỷ niệm ngày truyền thống lực lượng Cảnh sát nhân dân"},
      {Legacy::vni, "Coâng an tænh phaùt ñoäng phong traøo thi ñua, xaây döïng ñôn vò vöõng maïnh",
       "Công an tỉnh phát động phong trào thi đua, xây dựng đơn vị vững mạnh"},
      {Legacy::vni, "AÁm aùp Teát Trung thu: trao 120 suaát quaø cho treû em vuøng luõ",
       "Ấm áp Tết Trung thu: trao 120 suất quà cho trẻ em vùng lũ"},
      {Legacy::cp1258, "LêÞ kyÒ niêòm ngày truyêÌn thôìng lýòc lýõòng CaÒnh sát nhân dân",
       "Lễ kỷ niệm ngày truyền thống lực lượng Cảnh sát nhân dân"},
      {Legacy::cp1258, "Công an tiÒnh phát ðôòng phong trào thi ðua, xây dýòng ðõn viò výÞng maònh",
       "Công an tỉnh phát động phong trào thi đua, xây dựng đơn vị vững mạnh"},
      {Legacy::cp1258, "Âìm áp Têìt Trung thu: trao 120 suâìt quà cho treÒ em vùng luÞ",
       "Ấm áp Tết Trung thu: trao 120 suất quà cho trẻ em vùng lũ"},
  };
  return all;
}

TEST(Repair, FindsOutWhatATextWasWrittenIn) {
  for (const Case& c : cases()) EXPECT_EQ(legacy_of(c.written), c.legacy) << c.written;
}

TEST(Repair, GivesTheTextThatWasMeant) {
  for (const Case& c : cases()) EXPECT_EQ(nfc(repaired(c.written, c.legacy)), c.meant) << c.written;
}

TEST(Repair, KnowsEveryLetterOfTcvn3) {
  EXPECT_EQ(from_tcvn3("µ ¶ · ¸ ¹ ¨ » ¼ ½ ¾ Æ © Ç È É Ê Ë Ì Î Ï Ð Ñ ª Ò Ó Ô Õ Ö × Ø Ü Ý Þ ß á â ã ä « å æ ç è é ¬ ê ë "
                       "ì í î ï ñ ò ó ô \u00AD õ ö ÷ ø ù ú û ü ý þ ®"),
            "à ả ã á ạ ă ằ ẳ ẵ ắ ặ â ầ ẩ ẫ ấ ậ è ẻ ẽ é ẹ ê ề ể ễ ế ệ ì ỉ ĩ í ị ò ỏ õ ó ọ ô ồ ổ ỗ ố ộ ơ ờ ở ỡ ớ ợ ù ủ ũ "
            "ú ụ ư ừ ử ữ ứ ự ỳ ỷ ỹ ý ỵ đ");
  EXPECT_EQ(from_tcvn3("\u00A1\u00A2\u00A3\u00A4\u00A5\u00A6\u00A7"), "ĂÂÊÔƠƯĐ");
}

TEST(Repair, KnowsEveryLetterOfVni) {
  EXPECT_EQ(from_vni("aø aû aõ aù aï aê aè aú aü aé aë aâ aà aå aã aá aä eø eû eõ eù eï eâ eà eå eã eá eä ì æ ó í ò oø "
                     "oû oõ où oï oâ oà oå oã oá oä ô ôø ôû ôõ ôù ôï uø uû uõ uù uï ö öø öû öõ öù öï yø yû yõ yù î ñ"),
            "à ả ã á ạ ă ằ ẳ ẵ ắ ặ â ầ ẩ ẫ ấ ậ è ẻ ẽ é ẹ ê ề ể ễ ế ệ ì ỉ ĩ í ị ò ỏ õ ó ọ ô ồ ổ ỗ ố ộ ơ ờ ở ỡ ớ ợ ù ủ ũ "
            "ú ụ ư ừ ử ữ ứ ự ỳ ỷ ỹ ý ỵ đ");
  EXPECT_EQ(from_vni("AØ AÛ AÕ AÙ AÏ AÊ AÈ AÚ AÜ AÉ AË AÂ AÀ AÅ AÃ AÁ AÄ EØ EÛ EÕ EÙ EÏ EÂ EÀ EÅ EÃ EÁ EÄ Ì Æ Ó Í Ò OØ "
                     "OÛ OÕ OÙ OÏ OÂ OÀ OÅ OÃ OÁ OÄ Ô ÔØ ÔÛ ÔÕ ÔÙ ÔÏ UØ UÛ UÕ UÙ UÏ Ö ÖØ ÖÛ ÖÕ ÖÙ ÖÏ YØ YÛ YÕ YÙ Î Ñ"),
            "À Ả Ã Á Ạ Ă Ằ Ẳ Ẵ Ắ Ặ Â Ầ Ẩ Ẫ Ấ Ậ È Ẻ Ẽ É Ẹ Ê Ề Ể Ễ Ế Ệ Ì Ỉ Ĩ Í Ị Ò Ỏ Õ Ó Ọ Ô Ồ Ổ Ỗ Ố Ộ Ơ Ờ Ở Ỡ Ớ Ợ Ù Ủ Ũ "
            "Ú Ụ Ư Ừ Ử Ữ Ứ Ự Ỳ Ỷ Ỹ Ý Ỵ Đ");
}

TEST(Repair, WritesTheCapitalsThatAFontOfCapitalsDraws) {
  EXPECT_EQ(from_tcvn3("CéNG HßA X· HéI CHñ NGHÜA VIÖT NAM"), "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
  EXPECT_EQ(from_tcvn3("Bé C¤NG AN"), "BỘ CÔNG AN");
  EXPECT_EQ(from_tcvn3("Bé C«ng an"), "Bộ Công an");
  EXPECT_EQ(from_tcvn3("TP Hµ Néi"), "TP Hà Nội");
}

TEST(Repair, NeverChangesCleanText) {
  for (const char* clean :
       {"Công an tỉnh Ninh Bình", "Công an", "Liên hoan văn nghệ", "Trao quà cho hai gia đình", "Hà Nam", "10 m² × 3",
        "Déjà vu à Genève, où l’été commença", "El niño comió piñas en la mañana", "Größe und Länge über alles schön",
        "A manhã é bonita e o coração não dói", "© 2026 – «Thông tin»", "Thi tìm hiểu «Luật Căn cước»", "UBND",
        "Giá 48.000 ₫", "Smørrebrød på dansk", ""}) {
    EXPECT_EQ(legacy_of(clean), Legacy::none) << clean;
  }
}

TEST(Repair, NeverChangesAnyWindowOfACleanArticle) {
  const std::string article =
      "Sáng nay tại Ninh Bình Công an tỉnh long trọng tổ chức hội nghị triển khai công tác và phát động phong trào thi "
      "đua cùng các cô giáo trong toàn trường lên đài thắp hương sau đó trao quà cho bà con làng chài ven sông Đáy ông "
      "Bình cho hay trên cánh đồng lúa xanh là bài ca lao động mà bao con tim vang lên";
  std::vector<std::string> words;
  for (std::size_t at = 0; at < article.size();) {
    const auto end = std::min(article.find(' ', at), article.size());
    words.push_back(article.substr(at, end - at));
    at = end + 1;
  }
  for (std::size_t size = 1; size <= 8; ++size) {
    for (std::size_t first = 0; first + size <= words.size(); ++first) {
      std::string window;
      for (std::size_t i = first; i < first + size; ++i) window += (i > first ? " " : "") + words[i];
      EXPECT_EQ(legacy_of(window), Legacy::none) << window;
    }
  }
}

TEST(Repair, IsSilentOnOneOddWord) { EXPECT_EQ(legacy_of("Xem \u00ABng\u00BB"), Legacy::none); }

TEST(Repair, LeavesLettersOfUnicodeInTheMiddleOfATextThatWasReadWrong) {
  EXPECT_EQ(repaired("Ká»· niá»‡m – ngày", Legacy::double_utf8), "Kỷ niệm – ngày");
}

TEST(Repair, NamesWhatItFound) {
  EXPECT_EQ(name_of(Legacy::tcvn3), "TCVN3");
  EXPECT_EQ(name_of(Legacy::none), "");
}

TEST(Decode, TakesWholeDocumentsOfLegacyFontsForWesternOnes) {
  EXPECT_EQ(decode("C\xABng an t\xD8nh ph\xB8t \xAE\xE9ng phong trao").charset, "windows-1252");
}

TEST(Decode, GuessesVisciiWithoutADeclaration) {
  const Decoded decoded = decode(
      "L\xAD k\xD6 ni\xAEm ng\xE0y truy\xABn th\xAFng l\xF1"
      "c l\xDF\xFEng C\xE4nh s\xE1t nh\xE2n d\xE2n");
  EXPECT_EQ(decoded.charset, "viscii");
  EXPECT_EQ(decoded.text, "Lễ kỷ niệm ngày truyền thống lực lượng Cảnh sát nhân dân");
}

TEST(Decode, GuessesWindows1258WithoutADeclaration) {
  const Decoded decoded = decode(
      "L\xEA\xDE ky\xD2 ni\xEA\xF2m ng\xE0y truy\xEA\xCCn th\xF4\xECng l\xFD\xF2"
      "c l\xFD\xF5\xF2ng Ca\xD2nh s\xE1t nh\xE2n d\xE2n");
  EXPECT_EQ(decoded.charset, "windows-1258");
  EXPECT_EQ(nfc(decoded.text), "Lễ kỷ niệm ngày truyền thống lực lượng Cảnh sát nhân dân");
}

}  // namespace
}  // namespace lobby::text
