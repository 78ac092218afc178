#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "column.h"
#include "text/lines.h"

namespace lobby::text {
namespace {

using Lines = std::vector<std::string>;

Lines shortened(std::string_view text, double width, int most_lines) {
  TenPixels face;
  return shorten_to_lines(pieces(text), face.measure(), width, most_lines);
}

TEST(ShortenToLines, LeavesATextThatFits) {
  EXPECT_EQ(shortened("Tổ quốc ghi công", 100, 2), (Lines{"Tổ quốc", "ghi công"}));
}

TEST(ShortenToLines, DropsBracketedDateRangesFirst) {
  EXPECT_EQ(shortened("Kỷ niệm 78 năm Ngày truyền thống (12/7/1946 - 12/7/2024)", 350, 1),
            (Lines{"Kỷ niệm 78 năm Ngày truyền thống"}));
  EXPECT_EQ(shortened("Mừng 78 năm (12/7/1946 - 12/7/2024), 62 năm (20/7/1962–20/7/2024)", 200, 1),
            (Lines{"Mừng 78 năm, 62 năm"}));
  EXPECT_EQ(shortened("Lễ ra mắt (giai đoạn hai) tại xã", 250, 1), (Lines{"Lễ ra mắt…"}));
}

TEST(ShortenToLines, EndsAtAWordWithoutDanglingSigns) {
  struct Row {
    std::string_view text;
    double width;
    std::string_view line;
  };
  for (const Row& row : {
           Row{"Phát triển kinh tế, văn hóa của tỉnh", 260, "Phát triển kinh tế…"},
           Row{"Phát triển kinh tế – văn hóa của tỉnh", 250, "Phát triển kinh tế…"},
           Row{"Trao quà cho các em học sinh", 170, "Trao quà…"},
           Row{"Kỷ niệm ngày 16-6-1967 tại xã Gia Vân", 200, "Kỷ niệm…"},
           Row{"Gặp đồng chí Nguyễn Văn A tại xã", 240, "Gặp…"},
           Row{"Ủng hộ hơn 48 nghìn tỷ đồng để xây nhà", 270, "Ủng hộ…"},
           Row{"Tuyên truyền pháp luật", 150, "Tuyên truyền…"},
           Row{"Xây dựng quê hương. Giữ vững an ninh", 220, "Xây dựng quê hương…"},
       }) {
    EXPECT_EQ(shortened(row.text, row.width, 1), (Lines{std::string(row.line)}));
  }
}

TEST(ShortenToLines, EndsBeforeAQuotationOrClosesIt) {
  EXPECT_EQ(shortened("Lễ công bố và ra mắt mô hình “Tổ tự quản” ở xã", 350, 1),
            (Lines{"Lễ công bố và ra mắt mô hình…"}));
  EXPECT_EQ(shortened("Ra mắt “Câu lạc bộ tuyên truyền phổ biến pháp luật”", 370, 1),
            (Lines{"Ra mắt “Câu lạc bộ tuyên truyền…”"}));
  EXPECT_EQ(shortened("Ra mắt \"Câu lạc bộ tuyên truyền phổ biến pháp luật\"", 370, 1),
            (Lines{"Ra mắt \"Câu lạc bộ tuyên truyền…\""}));
}

TEST(ShortenToLines, BreaksATieWhereNothingElseFits) {
  EXPECT_EQ(shortened("Nguyễn Văn Anh Tuấn", 120, 1), (Lines{"Nguyễn Văn…"}));
}

TEST(ShortenToLines, CutsAPieceBetweenLettersAtTheWorst) {
  EXPECT_EQ(shortened("https://congan.ninhbinh.gov.vn", 100, 3), (Lines{"https://", "congan", ".ninhbinh…"}));
  EXPECT_EQ(shortened("https://congan.ninhbinh.gov.vn", 60, 3), (Lines{"https…"}));
  EXPECT_EQ(shortened("nghiêng", 50, 1), (Lines{"nghi…"}));
  EXPECT_EQ(shortened("nghiêng", 1, 1), (Lines{"…"}));
  EXPECT_EQ(shortened("nghiêng", 50, 0), (Lines{"nghi…"}));
}

TEST(ShortenToLines, OfNothingIsNoLine) { EXPECT_EQ(shortened("", 100, 2), Lines{}); }

}  // namespace
}  // namespace lobby::text
