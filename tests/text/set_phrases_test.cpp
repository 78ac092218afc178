#include <gtest/gtest.h>

#include <string>

#include "column.h"
#include "marked.h"

// What stays on one line though no list of words holds it.
namespace lobby::text {
namespace {

void expect_marks(std::initializer_list<Row> rows) {
  for (const auto& [line, glued] : rows) EXPECT_EQ(marked(line), glued);
}

TEST(SetPhrases, KeepGradesWithWhatIsGraded) {
  expect_marks({{"Huân chương Lao động hạng Nhất", "Huân_chương_Lao_động hạng_Nhất"},
                {"trao giải Nhì toàn quốc", "trao_giải_Nhì toàn_quốc"},
                {"xếp loại A năm nay", "xếp_loại_A năm_nay"}});
}

TEST(SetPhrases, KeepSchoolsWithTheirKind) {
  expect_marks({{"Trường THPT chuyên Hùng Vương", "Trường~THPT~chuyên_Hùng_Vương"}});
}

TEST(SetPhrases, KeepDatesOfTheMoonWhole) {
  expect_marks(
      {{"26 tháng Sáu nhuận, năm Ất Tỵ", "26·tháng_Sáu_nhuận, năm_Ất_Tỵ"}, {"Tết Bính Ngọ 2026", "Tết~Bính_Ngọ~2026"}});
}

TEST(SetPhrases, PartDoubleNamesOnlyWhereALineWouldBeBad) {
  expect_marks({{"Tỉnh Thừa Thiên - Huế và", "Tỉnh_Thừa_Thiên·-~Huế và"},
                {"thành phố Phan Rang - Tháp Chàm", "thành_phố_Phan_Rang·-~Tháp_Chàm"},
                {"Đội bóng VTV9 – Bình Điền thắng", "Đội_bóng VTV9·–~Bình_Điền thắng"},
                {"Quân khu 5 – Đơn vị anh hùng", "Quân_khu·5·– Đơn_vị anh_hùng"},
                {"Đà Nẵng – Nơi hội tụ", "Đà_Nẵng·– Nơi hội_tụ"}});
}

TEST(SetPhrases, KeepNumbersWithCapitalisedNounsAndNumberedThings) {
  expect_marks({{"5 tập thể và 8 Gương mặt trẻ", "5·tập_thể và~8_Gương_mặt trẻ"},
                {"cho đối tượng 3 và đối tượng 4", "cho~đối_tượng_3 và~đối_tượng_4"},
                {"Bắt đối tượng 17 tuổi", "Bắt đối_tượng 17·tuổi"},
                {"Nghị quyết 57 của Đảng", "Nghị_quyết_57 của~Đảng"}});
}

TEST(SetPhrases, TellPersonsFromProvincesAndCemeteriesFromPersons) {
  expect_marks({{"Chủ tịch Hội đồng nhân dân tỉnh Rah Lan Chung", "Chủ_tịch Hội_đồng~nhân_dân~tỉnh~Rah·Lan·Chung"},
                {"Phó Bí thư Tỉnh ủy Thái Đại Ngọc", "Phó_Bí_thư_Tỉnh_ủy~Thái·Đại·Ngọc"},
                {"Nghĩa trang liệt sĩ Đức Cơ", "Nghĩa_trang~liệt_sĩ~Đức_Cơ"},
                {"gia đình liệt sĩ Lê Văn Nam", "gia_đình liệt_sĩ·Lê·Văn·Nam"},
                {"UBND huyện Hoàng Su Phì", "UBND~huyện_Hoàng_Su_Phì"}});
}

TEST(SetPhrases, KeepAnAmountWithWhatItIsFor) {
  expect_marks({{"với kinh phí 5 tỷ đồng", "với~kinh_phí~5·tỷ·đồng"}, {"đo được cấp 12", "đo~được~cấp·12"}});
}

TEST(SetPhrases, KeepShortQuotationsAndSeasonsTogether) {
  expect_marks({{"suất “Tiếp sức đến trường” cho", "suất “Tiếp_sức~đến~trường” cho"},
                {"tình nguyện hè 2026 ở", "tình_nguyện hè~2026 ở"},
                {"trên Cổng dịch vụ công quốc gia", "trên~Cổng~dịch_vụ_công quốc_gia"}});
}

TEST(SetPhrases, KeepOrdinalsFormerPostsAndSumsOfMoney) {
  expect_marks({{"tại Kỳ họp thứ Sáu", "tại~Kỳ_họp_thứ_Sáu"},
                {"bắt nguyên Chủ tịch xã", "bắt nguyên~Chủ_tịch xã"},
                {"43.734 tỷ đồng khởi công", "43.734·tỷ·đồng khởi_công"},
                {"tàu BĐ 97124 TS trôi", "tàu_BĐ_97124_TS trôi"}});
}

TEST(SetPhrases, KeepTheLastWordsOfAWordThatNoLineHolds) {
  TenPixels face;
  EXPECT_EQ(break_lines(pieces("Ngày truyền thống"), face.measure(), 130, 2),
            (std::vector<std::string>{"Ngày", "truyền thống"}));
}

TEST(SetPhrases, EndPhrasesThatLeadNowhereLikeLeaningWords) {
  for (const char* const line : {"đối với người dân", "bất kể ngày đêm", "cùng với nhân dân", "liên quan đến ma túy"}) {
    const auto all = pieces(line);
    const std::size_t last = std::string_view(line).starts_with("liên") ? 2 : 1;
    EXPECT_GE(all[last].after, bad_end) << line;
    EXPECT_LT(all[last].after, tear) << line;
  }
}

TEST(SetPhrases, KeepPeoplesWithWhatTheyAreCalledBy) {
  const Row rows[] = {
      {"đồng bào Khmer vui Tết", "đồng_bào_Khmer vui Tết"},
      {"người Ê Đê ở buôn", "người_Ê_Đê ở~buôn"},
      {"phụ nữ Mông khởi nghiệp", "phụ_nữ~Mông khởi_nghiệp"},
      {"người làng Mông Phụ", "người làng_Mông_Phụ"},
  };
  for (const auto& [line, glued] : rows) EXPECT_EQ(marked(line), glued);
}

TEST(SetPhrases, KeepDegreesSharesSpansAndCodesWhole) {
  const Row rows[] = {
      {"bão giật cấp 15", "bão giật_cấp·15"},     {"3 huy chương Vàng Olympic", "3·huy_chương_Vàng Olympic"},
      {"đội đua ghe Ngo", "đội đua_ghe_Ngo"},     {"theo Nghị quyết 57-NQ/TW mới", "theo~Nghị_quyết_57-NQ/TW mới"},
      {"đạt 12/12 xã", "đạt~12/12·xã"},           {"mùng 10 tháng Ba âm lịch", "mùng·10·tháng_Ba âm_lịch"},
      {"trẻ 13 tháng tuổi", "trẻ 13·tháng_tuổi"},
  };
  for (const auto& [line, glued] : rows) EXPECT_EQ(marked(line), glued);
}

}  // namespace
}  // namespace lobby::text
