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

TEST(ShortenToLines, NeverEndsInsideADateANumberOrAName) {
  struct Row {
    std::string_view text;
    double width;
    std::string_view line;
  };
  for (const Row& row : {
           Row{"Khánh thành ngày 19 tháng 8 năm 2025 tại xã", 300, "Khánh thành…"},
           Row{"Họp sáng Thứ Tư, 24/07/2024 tại tỉnh", 200, "Họp sáng…"},
           Row{"Nghỉ từ 30/4 – 01/5 cả tỉnh", 160, "Nghỉ…"},
           Row{"Kế hoạch giai đoạn 2021-2025 của tỉnh", 240, "Kế hoạch…"},
           Row{"Mở cửa từ 19 giờ 30 phút đến khuya", 200, "Mở cửa…"},
           Row{"Gọi ngay 0225 3 842 345 để báo tin", 200, "Gọi…"},
           Row{"Nộp hơn 1 200 000 đồng tiền phạt", 190, "Nộp…"},
           Row{"Diện tích tăng 70 m² so với trước", 180, "Diện tích tăng…"},
           Row{"Kinh tế tăng 20 % so với trước", 160, "Kinh tế tăng…"},
           Row{"Luật mới: Nghị định số 13/2023/NĐ-CP về dữ liệu", 260, "Luật mới: Nghị định…"},
           Row{"Đại hội lần thứ XIV của Đảng", 190, "Đại hội…"},
           Row{"Thăm Thượng tướng Lương Tam Quang ở tỉnh", 250, "Thăm…"},
           Row{"Mừng Đồng chí Trung tá Lê Hồng Nhung về", 280, "Mừng…"},
           Row{"Dự lễ tại tỉnh Ninh Bình và Hà Nam", 200, "Dự lễ…"},
           Row{"Họp với Tổng thống Nga Vladimir Putin ở đây", 330, "Họp với Tổng thống Nga…"},
           Row{"Đọc thêm tại https://ninhbinh.gov.vn/tin nhé", 300, "Đọc thêm…"},
       }) {
    EXPECT_EQ(shortened(row.text, row.width, 1), (Lines{std::string(row.line)}));
  }
}

TEST(ShortenToLines, LeavesOutWhatStandsInBrackets) {
  EXPECT_EQ(shortened("Lễ hội Hoa Lư (từ 8 - 10/3 âm lịch) đông vui", 280, 1), (Lines{"Lễ hội Hoa Lư…"}));
  EXPECT_EQ(shortened("Bảo hiểm y tế (BHYT) toàn dân của tỉnh", 230, 1), (Lines{"Bảo hiểm y tế (BHYT)…"}));
}

TEST(ShortenToLines, ClosesEachQuotationThatItMustEndIn) {
  EXPECT_EQ(shortened("“Bình dân học vụ số lan tỏa đến từng thôn xóm”", 230, 1), (Lines{"“Bình dân học vụ số…”"}));
  EXPECT_EQ(shortened("Mở «Bình dân học vụ số lan tỏa đến từng thôn xóm»", 250, 1),
            (Lines{"Mở «Bình dân học vụ số…»"}));
  EXPECT_EQ(shortened("“Mở ‘Bình dân học vụ số lan tỏa’ ở từng thôn”", 260, 1), (Lines{"“Mở ‘Bình dân học vụ số…’”"}));
  EXPECT_EQ(shortened("Huyện Cư M’gar mở hội đua voi ở buôn làng", 230, 1), (Lines{"Huyện Cư M’gar mở hội…"}));
}

TEST(ShortenToLines, EndsBetweenQuotations) {
  EXPECT_EQ(shortened("Ra mắt mô hình «Tổ tự quản» và «Câu lạc bộ phòng chống tội phạm»", 300, 2),
            (Lines{"Ra mắt mô hình «Tổ tự quản»…"}));
  EXPECT_EQ(shortened("Hội nghị “Cán bộ vì nhân dân phục vụ” năm nay", 240, 1), (Lines{"Hội nghị…"}));
}

TEST(ShortenToLines, EndsBeforeAQuotationOrClosesIt) {
  EXPECT_EQ(shortened("Lễ công bố và ra mắt mô hình “Tổ tự quản” ở xã", 350, 1),
            (Lines{"Lễ công bố và ra mắt mô hình…"}));
  EXPECT_EQ(shortened("Ra mắt “Câu lạc bộ tuyên truyền phổ biến pháp luật”", 370, 1),
            (Lines{"Ra mắt “Câu lạc bộ tuyên truyền…”"}));
  EXPECT_EQ(shortened("Ra mắt \"Câu lạc bộ tuyên truyền phổ biến pháp luật\"", 370, 1),
            (Lines{"Ra mắt \"Câu lạc bộ tuyên truyền…\""}));
}

TEST(ShortenToLines, EndsBeforeAQuotationThatTwoWordsStandBeforeHoweverLongItIs) {
  const std::string quoted =
      "“Camera an ninh – mắt thần giữ bình yên thôn xóm, tổ dân phố, doanh nghiệp và trường học trên toàn địa bàn "
      "tỉnh”";
  EXPECT_EQ(shortened("Hội nghị triển khai mô hình " + quoted + " năm 2026", 400, 2),
            (Lines{"Hội nghị triển khai mô hình…"}));
  EXPECT_EQ(shortened("Lễ phát động tháng hành động với chủ đề " + quoted, 400, 2),
            (Lines{"Lễ phát động tháng hành động…"}));
}

TEST(ShortenToLines, EndsInsideAQuotationThatIsTheText) {
  EXPECT_EQ(shortened("Tổng Bí thư Tô Lâm: “Tinh gọn bộ máy để phục vụ nhân dân tốt hơn, hiệu quả hơn”", 200, 2),
            (Lines{"Tổng Bí thư Tô Lâm:", "“Tinh gọn bộ máy…”"}));
  EXPECT_EQ(shortened("“Toàn dân đoàn kết xây dựng đời sống văn hóa ở khu dân cư” lan tỏa mạnh mẽ", 200, 2),
            (Lines{"“Toàn dân đoàn kết", "xây dựng đời sống…”"}));
}

TEST(ShortenToLines, NeverEndsInAWordThatLeadsNowhere) {
  struct Row {
    std::string_view text;
    double width;
    std::string_view line;
  };
  for (const Row& row : {
           Row{"Thi đua lao động bất kể ngày đêm", 250, "Thi đua lao động…"},
           Row{"Khởi công cầu với kinh phí 500 tỷ đồng", 260, "Khởi công cầu…"},
           Row{"Tọa đàm sôi nổi liên quan đến thanh niên", 290, "Tọa đàm sôi nổi…"},
           Row{"Nông dân và công nhân cùng với trí thức", 320, "Nông dân và công nhân…"},
           Row{"Phát huy vai trò của và cho nhân dân", 240, "Phát huy vai trò…"},
       }) {
    EXPECT_EQ(shortened(row.text, row.width, 1), (Lines{std::string(row.line)}));
  }
}

TEST(ShortenToLines, TakesNoInchForAQuotation) {
  EXPECT_EQ(shortened("Màn hình 21\" mới cho phòng họp của tỉnh", 310, 1), (Lines{"Màn hình 21\" mới cho phòng họp…"}));
}

TEST(ShortenToLines, BreaksATieWhereNothingElseFits) {
  EXPECT_EQ(shortened("Nguyễn Văn Anh Tuấn", 120, 1), (Lines{"Nguyễn Văn…"}));
  EXPECT_EQ(shortened("Nguyễn Văn Anh Tuấn", 120, 2), (Lines{"Nguyễn Văn", "Anh Tuấn"}));
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
