#include "text/words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "marked.h"
#include "text/clean.h"

namespace lobby::text {
namespace {

using testing::ElementsAre;

Penalty price_after(std::string_view line, std::string_view piece) {
  for (const Piece& each : pieces(line)) {
    if (each.text == piece) return each.after;
  }
  ADD_FAILURE() << piece;
  return 0;
}

TEST(Pieces, KeepTheScaleOfAnOrdinalNumber) {
  EXPECT_EQ(marked("đón vị khách thứ 1,5 triệu, về đích"), "đón vị khách·thứ·1,5·triệu, về_đích");
}

TEST(Pieces, KeepAnAmountWithItsScaleWhateverStandsBeforeIt) {
  EXPECT_EQ(marked("ngân sách tỉnh 320,4 tỷ đồng"), "ngân_sách tỉnh·320,4·tỷ·đồng");
  EXPECT_EQ(marked("mỗi tổ 20 triệu đồng"), "mỗi~tổ·20·triệu·đồng");
}

TEST(Pieces, PartOfficialNamesOnlyWhereALineWouldBeBad) {
  EXPECT_EQ(marked("lực lượng Công an nhân dân"), "lực_lượng Công_an~nhân_dân");
  EXPECT_EQ(marked("Toà án nhân dân tỉnh"), "Toà_án~nhân_dân~tỉnh");
  EXPECT_EQ(marked("trong toàn lực lượng"), "trong~toàn lực_lượng");
}

TEST(Pieces, PartTwoNamesAroundADashUnwillingly) {
  EXPECT_EQ(marked("tỉnh Bà Rịa – Vũng Tàu"), "tỉnh_Bà·Rịa·–~Vũng_Tàu");
  EXPECT_EQ(marked("ông Phạm Đức Vĩnh – Trưởng phòng"), "ông·Phạm·Đức·Vĩnh·– Trưởng_phòng");
}

TEST(Pieces, TakeNoCountryForAPersonsName) { EXPECT_EQ(marked("Ngày Nhà giáo Việt Nam"), "Ngày~Nhà_giáo Việt_Nam"); }

TEST(Pieces, KeepTheDayOfTheAncestorsWhole) { EXPECT_EQ(marked("Ngày Giỗ Tổ Hùng Vương"), "Ngày~Giỗ_Tổ~Hùng_Vương"); }

TEST(Pieces, KeepDatesAndRangesWhole) {
  for (const auto& [line, glued] : {
           Row{"xã (16/6/1967 – 16/6/2022) và", "xã (16/6/1967·–·16/6/2022) và"},
           Row{"đoạn 2022 – 2026 của", "đoạn 2022·–·2026 của"},
           Row{"xã (02/9/1945- 02/9/2019)", "xã (02/9/1945-·02/9/2019)"},
           Row{"xã (02/9/1945 -02/9/2019)", "xã (02/9/1945·-02/9/2019)"},
           Row{"thế kỷ XV – XVI", "thế_kỷ·XV·–·XVI"},
           Row{"Thứ Tư, 24/07/2024", "Thứ·Tư,_24/07/2024"},
           Row{"từ thứ Hai đến thứ Sáu hằng tuần", "từ~thứ_Hai đến~thứ_Sáu hằng_tuần"},
           Row{"thứ Hai, 15.4.2024", "thứ·Hai,_15.4.2024"},
           Row{"sáng ngày 05 tháng 02 năm 2024 tại", "sáng ngày·05·tháng·02·năm·2024 tại"},
           Row{"từ 7 giờ 30 phút đến", "từ~7·giờ·30·phút đến"},
       }) {
    EXPECT_EQ(marked(line), glued);
  }
}

TEST(Pieces, KeepNumbersWithWhatTheyCount) {
  for (const auto& [line, glued] : {
           Row{"kỷ niệm 78 năm Ngày", "kỷ_niệm 78·năm Ngày"},
           Row{"gần 48 nghìn tỷ đồng, 267 nghìn tấn xi măng", "gần~48·nghìn·tỷ·đồng, 267·nghìn·tấn xi_măng"},
           Row{"hơn 2 nghìn ngôi nhà", "hơn~2·nghìn·ngôi_nhà"},
           Row{"có 35 mô hình", "có~35·mô_hình"},
           Row{"bắt 5 bị can", "bắt 5_bị_can"},
           Row{"nóng 39 độ C", "nóng 39·độ·C"},
           Row{"tăng 20 % so với", "tăng 20·% so_với"},
           Row{"giá 48.000 ₫ một", "giá 48.000·₫ một"},
           Row{"dài 2.120km trong", "dài 2.120km trong"},
           Row{"toàn tỉnh có 113/119 xã", "toàn_tỉnh có~113/119·xã"},
           Row{"3,5 triệu đồng", "3,5·triệu·đồng"},
       }) {
    EXPECT_EQ(marked(line), glued);
  }
}

TEST(Pieces, KeepTheGroupsOfANumberTogether) {
  for (const auto& [line, glued] : {
           Row{"gọi 0225 3 842 345 ngay", "gọi 0225·3·842·345 ngay"},
           Row{"gọi 1900 1234 hoặc", "gọi 1900·1234 hoặc"},
           Row{"gọi 024.3825 7700 để", "gọi 024.3825·7700 để"},
           Row{"gọi +84 912 345 678 để", "gọi +84·912·345·678 để"},
           Row{"hơn 1 200 000 đồng", "hơn~1·200·000·đồng"},
           Row{"năm 2024 2025", "năm·2024 2025"},
       }) {
    EXPECT_EQ(marked(line), glued);
  }
}

TEST(Pieces, TellYearsAndNumbersOfNamesFromCounts) {
  for (const auto& [line, glued] : {
           Row{"năm học 2025 – 2026 thành công", "năm_học 2025·–·2026 thành_công"},
           Row{"Giải Tràng An 2025 thu hút", "Giải~Tràng_An 2025 thu_hút"},
           Row{"cách Hải Phòng 120 km", "cách Hải_Phòng 120·km"},
           Row{"quy tập 14 hài cốt", "quy_tập 14_hài_cốt"},
           Row{"xăng RON 95 còn", "xăng RON_95 còn"},
           Row{"giành 4 HCV tại", "giành 4_HCV tại"},
           Row{"đội 5 người thắng", "đội·5·người thắng"},
           Row{"thi khối A00 năm", "thi khối·A00 năm"},
           Row{"Quý III/2025 tăng", "Quý·III/2025 tăng"},
           Row{"Giáo hoàng Leo XIV tới", "Giáo_hoàng Leo_XIV tới"},
           Row{"Công ty Xi măng", "Công_ty Xi_măng"},
       }) {
    EXPECT_EQ(marked(line), glued);
  }
}

TEST(Pieces, KeepLabelsWithTheirNumbers) {
  for (const auto& [line, glued] : {
           Row{"Quyết định số 426 về", "Quyết_định~số·426 về"},
           Row{"Chỉ thị số 09-CT/TW ngày 1/12/2011", "Chỉ_thị~số·09-CT/TW ngày·1/12/2011"},
           Row{"nhiệm kỳ XV", "nhiệm_kỳ·XV"},
           Row{"kỳ họp lần thứ XIII tại", "kỳ_họp lần·thứ·XIII tại"},
           Row{"năm 1992 tỉnh", "năm·1992 tỉnh"},
           Row{"khóa 12 họp", "khóa·12 họp"},
           Row{"phường 5, quận 1", "phường·5, quận·1"},
           Row{"tiêu chí số 19.", "tiêu_chí~số·19."},
           Row{"Điều 5 Luật", "Điều·5 Luật"},
       }) {
    EXPECT_EQ(marked(line), glued);
  }
}

TEST(Pieces, KeepTitlesWithPersons) {
  for (const auto& [line, glued] : {
           Row{"Thượng tá Phạm Đức Vĩnh – Trưởng phòng", "Thượng_tá·Phạm·Đức·Vĩnh·– Trưởng_phòng"},
           Row{"đồng chí Nguyễn Văn A, Phó", "đồng_chí·Nguyễn·Văn·A, Phó"},
           Row{"PGS.TS. Lê Văn Bình dự", "PGS.TS.·Lê·Văn·Bình dự"},
           Row{"ông Y Blok Êban đến", "ông·Y·Blok·Êban đến"},
           Row{"Đại tướng Lương Tam Quang tiếp", "Đại_tướng·Lương·Tam·Quang tiếp"},
           Row{"nhờ Trần Thị Minh Khai", "nhờ~Trần·Thị·Minh·Khai"},
           Row{"Thủ tướng Phạm Minh Chính dự", "Thủ_tướng·Phạm·Minh·Chính dự"},
           Row{"chiến sỹ Phòng Xây dựng, chiến sỹ Lê Văn Nam", "chiến_sỹ Phòng~Xây_dựng, chiến_sỹ·Lê·Văn·Nam"},
           Row{"Trung sỹ Hoàng A Sú", "Trung_sỹ·Hoàng·A·Sú"},
           Row{"Đồng chí Trung tá Lê Hồng Nhung", "Đồng_chí·Trung_tá·Lê·Hồng·Nhung"},
           Row{"Bí thư Tỉnh ủy Đoàn Minh Huấn", "Bí_thư_Tỉnh_ủy~Đoàn·Minh·Huấn"},
           Row{"THEO GƯƠNG BÁC HỒ VĨ ĐẠI", "THEO~GƯƠNG BÁC_HỒ VĨ_ĐẠI"},
           Row{"Tổng thống Mỹ Donald Trump gặp", "Tổng_thống~Mỹ Donald·Trump gặp"},
           Row{"Chủ tịch Trung Quốc Tập Cận Bình", "Chủ_tịch~Trung_Quốc Tập·Cận·Bình"},
           Row{"ĐỒNG CHÍ NGUYỄN VĂN A LÀM VIỆC TẠI", "ĐỒNG_CHÍ·NGUYỄN·VĂN·A LÀM_VIỆC TẠI"},
       }) {
    EXPECT_EQ(marked(line), glued);
  }
}

TEST(Pieces, KeepPlacesAndBodiesTogether) {
  for (const auto& [line, glued] : {
           Row{"dự TP Tam Điệp", "dự TP·Tam·Điệp"},
           Row{"tại Trường THPT Nguyễn Huệ, TP Tam Điệp", "tại~Trường~THPT·Nguyễn·Huệ, TP·Tam·Điệp"},
           Row{"do Công an tỉnh Ninh Bình mở", "do~Công_an~tỉnh_Ninh_Bình mở"},
           Row{"UBND tỉnh họp", "UBND~tỉnh họp"},
           Row{"U23 Việt Nam thắng", "U23_Việt_Nam thắng"},
           Row{"dịch tả lợn châu Phi", "dịch_tả_lợn châu_Phi"},
           Row{"Chủ tịch UBND tỉnh Phạm Quang Ngọc", "Chủ_tịch~UBND~tỉnh~Phạm·Quang·Ngọc"},
           Row{"bảo vệ Tổ quốc", "bảo_vệ Tổ_quốc"},
           Row{"Công an xã Hội An", "Công_an~xã_Hội_An"},
           Row{"Công ty Cổ phần Bình Điền – Ninh Bình", "Công_ty Cổ_phần Bình_Điền·–~Ninh_Bình"},
           Row{"Tại Ninh Bình, mưa", "Tại~Ninh_Bình, mưa"},
           Row{"với Bộ Công an Lào", "với~Bộ_Công_an Lào"},
           Row{"NGÀY HỘI TOÀN DÂN TỈNH NINH BÌNH", "NGÀY_HỘI TOÀN_DÂN~TỈNH NINH_BÌNH"},
       }) {
    EXPECT_EQ(marked(line), glued);
  }
}

TEST(Pieces, KeepPunctuationWithItsWord) {
  for (const auto& [line, glued] : {
           Row{"kinh tế – văn hóa – xã hội", "kinh_tế·– văn_hóa·– xã_hội"},
           Row{"nói : « Vì dân » !", "nói·: «·Vì~dân·»·!"},
           Row{"( hai bên ) , rồi", "(·hai~bên·)·, rồi"},
           Row{"nói \" Vì dân \" rồi", "nói \"·Vì~dân·\" rồi"},
           Row{"- Tin vui", "-·Tin_vui"},
           Row{"• Tin vui", "•·Tin_vui"},
       }) {
    EXPECT_EQ(marked(line), glued);
  }
}

TEST(Pieces, BreakWhereASpaceWasForgottenWithoutAddingIt) {
  for (const auto& [line, glued] : {
           Row{"Ngày Môi trường thế giới,Tháng hành động", "Ngày~Môi_trường thế_giới,|Tháng hành_động"},
           Row{"giảm nghèo…Tính đến", "giảm_nghèo…|Tính_đến"},
           Row{"giàu đẹp.Thượng tá", "giàu_đẹp.|Thượng_tá"},
           Row{"kinh tế-xã hội", "kinh_tế-=xã_hội"},
           Row{"TTATXH/ANTT", "TTATXH/=ANTT"},
           Row{"150/2020/NĐ-CP, QĐ-UBND", "150/2020/NĐ-CP, QĐ-UBND"},
           Row{"https://a.vn/x,y", "https://=a=.vn/=x,=y"},
           Row{"2,12 và 16/6/1967", "2,12 và~16/6/1967"},
       }) {
    EXPECT_EQ(marked(line), glued);
    EXPECT_EQ(joined(pieces(line)), line);
  }
}

TEST(Pieces, PriceGoodPlacesLowAndLeaningWordsHigh) {
  constexpr std::string_view line = "Công an mở lớp học của dân; cấp thẻ, và trao quà trong đêm";
  EXPECT_EQ(price_after(line, "dân;"), 0);
  EXPECT_LT(price_after(line, "thẻ,"), price_after(line, "quà"));
  EXPECT_LT(price_after("mẹ và con", "mẹ"), price_after("mẹ cho con", "mẹ"));
  EXPECT_LT(price_after(line, "quà"), price_after(line, "mở"));
  EXPECT_LT(price_after(line, "mở"), price_after(line, "của"));
  EXPECT_LT(price_after(line, "của"), price_after(line, "Công"));
}

TEST(Pieces, AreNoneForAnEmptyLine) { EXPECT_TRUE(pieces("").empty()); }

TEST(Words, AreTheFewestCompoundsOfAClause) {
  EXPECT_THAT(words("Lực lượng xây dựng phong trào toàn dân bảo vệ ANTQ tỉnh Ninh Bình: 55 năm"),
              ElementsAre("Lực lượng", "xây dựng", "phong trào", "toàn dân", "bảo vệ", "ANTQ", "tỉnh", "Ninh Bình",
                          "55", "năm"));
  EXPECT_THAT(words("cán bộ công an xã"), ElementsAre("cán bộ", "công an", "xã"));
  EXPECT_THAT(words("“Câu lạc bộ” của học sinh, sinh viên"), ElementsAre("Câu lạc bộ", "của", "học sinh", "sinh viên"));
  EXPECT_THAT(words("học sinh học"), ElementsAre("học sinh", "học"));
  EXPECT_THAT(words("có công an"), ElementsAre("có", "công an"));
  EXPECT_THAT(words("ông tổ chức"), ElementsAre("ông", "tổ chức"));
  EXPECT_THAT(words("mọi người dân"), ElementsAre("mọi", "người dân"));
  EXPECT_THAT(words("xem https://a.gov.vn/x nhé"), ElementsAre("xem", "https://a.gov.vn/x", "nhé"));
  EXPECT_THAT(words(" – "), ElementsAre());
}

TEST(Words, AreFoundInEverySpellingAndCase) {
  EXPECT_THAT(words("HOÀ BÌNH và hòa bình"), ElementsAre("HOÀ BÌNH", "và", "hòa bình"));
  EXPECT_THAT(words("kĩ thuật, kỹ thuật, chiến sỹ, uỷ ban"), ElementsAre("kĩ thuật", "kỹ thuật", "chiến sỹ", "uỷ ban"));
}

/// Checks the form of a list of words and returns how many there are.
int checked_words(const std::string& name, int least_syllables, int most_syllables) {
  std::ifstream file(LOBBY_SOURCE_DIR "/player/text/" + name);
  std::string before;
  int count = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with('#')) continue;
    EXPECT_LT(before, line);
    EXPECT_EQ(clean(line), line);
    EXPECT_EQ(upper(line) == line, false);
    const auto syllables = std::ranges::count(line, ' ') + 1;
    EXPECT_TRUE(syllables >= least_syllables && syllables <= most_syllables) << line;
    before = line;
    ++count;
  }
  return count;
}

TEST(CompoundList, IsSortedLowerCaseNfcOfTwoToFourSyllables) { EXPECT_GE(checked_words("compounds.txt", 2, 4), 2'500); }

TEST(SingleList, IsSortedLowerCaseNfcOfOneSyllable) { EXPECT_GE(checked_words("singles.txt", 1, 1), 1'000); }

}  // namespace
}  // namespace lobby::text
