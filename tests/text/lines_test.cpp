#include "text/lines.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "column.h"

namespace lobby::text {
namespace {

using testing::ElementsAre;
using Lines = std::vector<std::string>;

/// Titles of portals.
const std::vector<std::string> headlines = {
    "Lực lượng xây dựng phong trào toàn dân bảo vệ ANTQ tỉnh Ninh Bình: 55 năm xây dựng và trưởng thành",
    "Hội nghị ra mắt “Câu lạc bộ tuyên truyền phổ biến pháp luật trong học sinh, sinh viên”",
    "Triển khai xây dựng mô hình “Tổ công nhân tự quản về ANTT” tại doanh nghiệp có vốn đầu tư nước ngoài",
    "Phối hợp triển khai các hoạt động nhân Ngày Môi trường thế giới, Tháng hành động vì môi trường năm 2022",
    "Ký kết Chương trình phối hợp thực hiện công tác dân vận giai đoạn 2022 – 2026",
    "Chào mừng kỷ niệm 78 năm Ngày truyền thống lực lượng An ninh nhân dân (12/7/1946 - 12/7/2024)",
    "Công an tỉnh Ninh Bình tổ chức Ngày hội toàn dân bảo vệ an ninh Tổ quốc năm 2024",
    "Thượng tá Phạm Đức Vĩnh – Trưởng phòng Xây dựng phong trào bảo vệ ANTQ làm việc với Công an huyện Kim Sơn",
    "Bảo đảm tuyệt đối an ninh, an toàn các sự kiện chính trị quan trọng trên địa bàn tỉnh",
    "Đẩy mạnh công tác tuyên truyền, phổ biến, giáo dục pháp luật cho thanh thiếu niên",
    "Tuổi trẻ Công an tỉnh với phong trào xung kích, tình nguyện vì cuộc sống cộng đồng",
    "Cảnh báo thủ đoạn lừa đảo chiếm đoạt tài sản trên không gian mạng",
    "Hướng dẫn công dân cài đặt và kích hoạt tài khoản định danh điện tử mức 2",
    "Thu hồi hàng trăm vũ khí, vật liệu nổ, công cụ hỗ trợ do nhân dân tự nguyện giao nộp",
    "Triệt phá đường dây mua bán trái phép chất ma túy liên tỉnh",
    "Tập huấn kỹ năng phòng cháy, chữa cháy và cứu nạn, cứu hộ cho cán bộ, giáo viên, học sinh",
    "Ra quân trấn áp tội phạm, bảo đảm an ninh trật tự dịp Tết Nguyên đán",
    "Hội nghị tổng kết phong trào thi đua “Vì an ninh Tổ quốc” và công tác xây dựng Đảng",
    "Gặp mặt cán bộ Công an hưu trí nhân kỷ niệm Ngày truyền thống Công an nhân dân",
    "Trao tặng nhà tình nghĩa cho gia đình chính sách tại xã Gia Viễn",
    "Tiếp nhận hồ sơ cấp hộ chiếu qua Cổng dịch vụ công quốc gia",
    "Kiểm tra công tác bảo vệ bí mật nhà nước tại các sở, ban, ngành của tỉnh",
    "Khởi tố vụ án vi phạm quy định về khai thác tài nguyên khoáng sản",
    "Bế mạc Hội thao Công an nhân dân: đoàn Ninh Bình giành 12 huy chương vàng",
    "Lễ phát động Tháng cao điểm tấn công trấn áp tội phạm và tệ nạn xã hội",
    "Đồng chí Bộ trưởng Lương Tam Quang thăm, động viên lực lượng làm nhiệm vụ tại Tràng An",
    "Thực hiện tốt quy chế dân chủ ở cơ sở và cải cách thủ tục hành chính",
    "Xử lý nghiêm các trường hợp vi phạm nồng độ cồn khi tham gia giao thông",
    "Diễn đàn “Công an lắng nghe ý kiến nhân dân” tại phường Nam Bình, TP Hoa Lư",
    "Công an xã chính quy: điểm tựa bình yên của nhân dân vùng sâu, vùng xa",
    "Quyên góp ủng hộ đồng bào bị thiệt hại do bão số 3 được hơn 2,5 tỷ đồng",
    "Ban Chỉ đạo phòng, chống tội phạm tỉnh triển khai nhiệm vụ trọng tâm 6 tháng cuối năm",
    "Khánh thành trụ sở làm việc Công an thị trấn Yên Thịnh, huyện Yên Mô",
    "Sơ kết 05 năm thực hiện Chỉ thị số 09-CT/TW của Ban Bí thư Trung ương Đảng",
    "Hiến máu tình nguyện: hơn 300 đơn vị máu trong ngày hội “Giọt hồng Cố đô”",
    "Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh",
    "Giao lưu văn nghệ chào mừng thành công Đại hội Đảng bộ tỉnh lần thứ XXIII",
    "Kinh tế-xã hội của tỉnh tiếp tục tăng trưởng, đời sống nhân dân được nâng cao",
    "Ngày Môi trường thế giới,Tháng hành động vì môi trường năm 2022",
    "CÔNG AN TỈNH NINH BÌNH CHÀO MỪNG KỶ NIỆM NGÀY TRUYỀN THỐNG LỰC LƯỢNG CẢNH SÁT NHÂN DÂN",
    "Thanh niên tình nguyện hè 2024: chung tay xây dựng nông thôn mới và đô thị văn minh",
    "Truy tặng Huân chương cho liệt sĩ hy sinh trong khi làm nhiệm vụ bảo vệ Tổ quốc",
};

/// What must stay on one line: the pieces between two prices below `limit`.
std::vector<std::string> glued(const std::vector<Piece>& all, Penalty limit) {
  std::vector<std::string> result;
  std::vector<Piece> unit;
  for (const Piece& piece : all) {
    unit.push_back(piece);
    if (piece.after >= limit) continue;
    result.push_back(joined(unit));
    unit.clear();
  }
  if (!unit.empty()) result.push_back(joined(unit));
  return result;
}

bool on_one_line(const Lines& lines, const std::string& unit) {
  return std::ranges::any_of(lines, [&](const std::string& line) { return line.find(unit) != std::string::npos; });
}

TEST(BreakLines, NeverTearsAWordAtAnyWidthThatHoldsTheWidest) {
  for (const std::string& headline : headlines) {
    TenPixels face;
    const auto all = pieces(headline);
    const auto units = glued(all, tear);
    double widest = 0;
    for (const std::string& unit : units) widest = std::max(widest, face(unit));
    for (double width = widest; width < face(headline) + 20; width += 10) {
      const auto lines = break_lines(all, face.measure(), width, 40);
      ASSERT_TRUE(lines) << headline << " at " << width;
      for (const std::string& line : *lines) EXPECT_LE(face(line), width);
      for (const std::string& unit : units) EXPECT_TRUE(on_one_line(*lines, unit)) << unit << " at " << width;
    }
  }
}

TEST(BreakLines, KeepsTheWordsThatBrowsersTear) {
  for (const std::string word : {"truyền thống", "công tác", "pháp luật", "Tổ quốc", "nhân dân", "lực lượng"}) {
    for (const std::string& headline : headlines) {
      if (headline.find(word) == std::string::npos) continue;
      for (double width = 160; width <= 600; width += 20) {
        TenPixels face;
        const auto lines = break_lines(pieces(headline), face.measure(), width, 40);
        EXPECT_TRUE(!lines || on_one_line(*lines, word)) << headline << " at " << width;
      }
    }
  }
}

TEST(BreakLines, LosesNothingOfTheText) {
  for (const std::string& headline : headlines) {
    TenPixels face;
    const auto lines = break_lines(pieces(headline), face.measure(), 400, 10);
    ASSERT_TRUE(lines);
    std::string whole;
    for (const std::string& line : *lines) {
      const bool bare = whole.empty() || headline.compare(0, (whole + line).size(), whole + line) == 0;
      whole += bare ? line : " " + line;
    }
    EXPECT_EQ(whole, headline);
  }
}

TEST(BreakLines, TakesTheFewestLinesAndBalancesThem) {
  TenPixels face;
  EXPECT_EQ(break_lines(pieces(headlines[0]), face.measure(), 400, 4),
            (Lines{"Lực lượng xây dựng phong trào",
                   "toàn dân bảo vệ ANTQ tỉnh Ninh Bình:", "55 năm xây dựng và trưởng thành"}));
  EXPECT_EQ(break_lines(pieces(headlines[1]), face.measure(), 400, 4),
            (Lines{"Hội nghị ra mắt “Câu lạc bộ", "tuyên truyền phổ biến pháp luật", "trong học sinh, sinh viên”"}));
  EXPECT_EQ(break_lines(pieces(headlines[4]), face.measure(), 450, 4),
            (Lines{"Ký kết Chương trình phối hợp thực hiện", "công tác dân vận giai đoạn 2022 – 2026"}));
}

TEST(BreakLines, IsOneLineWhereItFitsExactly) {
  TenPixels face;
  EXPECT_EQ(break_lines(pieces("Tổ quốc ghi công"), face.measure(), 160, 4), (Lines{"Tổ quốc ghi công"}));
  EXPECT_EQ(break_lines(pieces("Tổ quốc ghi công"), face.measure(), 159, 4), (Lines{"Tổ quốc", "ghi công"}));
}

TEST(BreakLines, LeavesNoWordAloneOnTheLastLine) {
  TenPixels face;
  const auto lines = break_lines(pieces("Trao quà cho các em học sinh nghèo vượt khó ở xã"), face.measure(), 470, 4);
  ASSERT_TRUE(lines);
  EXPECT_THAT(lines->back(), testing::HasSubstr(" "));
}

TEST(BreakLines, IsNothingWhereItDoesNotFit) {
  TenPixels face;
  EXPECT_EQ(break_lines(pieces(headlines[0]), face.measure(), 300, 3), std::nullopt);
  EXPECT_EQ(break_lines(pieces("Cổng nghiêng mới"), face.measure(), 60, 9), std::nullopt);
  EXPECT_EQ(break_lines(pieces("một hai"), face.measure(), 70, 0), std::nullopt);
  EXPECT_EQ(break_lines(pieces("một hai"), face.measure(), 0, 4), std::nullopt);
}

TEST(BreakLines, RatherDoesNotFitThanTearsAWord) {
  TenPixels face;
  EXPECT_EQ(break_lines(pieces("kỷ niệm truyền thống"), face.measure(), 130, 2), (Lines{"kỷ niệm", "truyền thống"}));
  EXPECT_EQ(break_lines(pieces("gặp gỡ truyền thống mới"), face.measure(), 150, 2), std::nullopt);
}

TEST(BreakLines, TearsAWordThatIsWiderThanTheLine) {
  TenPixels face;
  EXPECT_EQ(break_lines(pieces("truyền thống"), face.measure(), 60, 2), (Lines{"truyền", "thống"}));
}

TEST(BreakLines, PartsARankFromANameBeforeItTearsAWord) {
  TenPixels face;
  EXPECT_EQ(break_lines(pieces("Gặp cựu chiến binh Trần Văn Sáu"), face.measure(), 200, 3),
            (Lines{"Gặp cựu chiến binh", "Trần Văn Sáu"}));
  EXPECT_TRUE(torn(pieces("Gặp cựu chiến binh Trần Văn Sáu"), {"Gặp cựu chiến binh", "Trần Văn Sáu"}));
}

TEST(BreakLines, HasNoFirstLineOfOneShortWord) {
  TenPixels face;
  EXPECT_EQ(break_lines(pieces("Vì nước quên mình vì dân phục vụ"), face.measure(), 260, 2),
            (Lines{"Vì nước quên mình", "vì dân phục vụ"}));
}

TEST(BreakLines, BreaksAnAddressAtItsJointsOnlyWhereItIsWiderThanTheLine) {
  TenPixels face;
  const auto notice = pieces("Cổng https://congan.ninhbinh.gov.vn/tin-tuc mới");
  EXPECT_EQ(break_lines(notice, face.measure(), 400, 9),
            (Lines{"Cổng", "https://congan.ninhbinh.gov.vn/tin-tuc", "mới"}));
  EXPECT_EQ(break_lines(notice, face.measure(), 300, 9),
            (Lines{"Cổng https://congan.ninhbinh", ".gov.vn/tin-tuc mới"}));
  EXPECT_FALSE(torn(notice, *break_lines(notice, face.measure(), 300, 9)));
}

TEST(BreakLines, BreaksAWordThatNoLineHoldsBetweenItsLetters) {
  TenPixels face;
  EXPECT_EQ(break_lines(pieces(std::string(40, 'a') + " là gì"), face.measure(), 330, 4),
            (Lines{std::string(16, 'a'), std::string(24, 'a') + " là gì"}));
}

TEST(BreakLines, BreaksAfterACommaThatNoSpaceFollows) {
  TenPixels face;
  EXPECT_EQ(break_lines(pieces("Ngày Môi trường thế giới,Tháng hành động vì môi trường"), face.measure(), 300, 4),
            (Lines{"Ngày Môi trường thế giới,", "Tháng hành động vì môi trường"}));
}

TEST(BreakLines, HasNoLineWiderThanTheColumnUnderAShaper) {
  for (const std::string& headline : headlines) {
    for (double width = 300; width < 700; width += 37) {
      const auto lines = break_lines(pieces(headline), kerned, width, 8);
      if (!lines) continue;
      for (const std::string& line : *lines) EXPECT_LE(kerned(line), width);
    }
  }
}

TEST(BreakLines, AsksForEachPieceOnceAndForEachLine) {
  TenPixels face;
  std::string text;
  for (int i = 0; i < 2'000; ++i) text += "từ" + std::to_string(i) + " ";
  text.pop_back();
  const auto lines = break_lines(pieces(text), face.measure(), 1'000, 1'000);
  ASSERT_TRUE(lines);
  EXPECT_LE(face.asked, 2'000 + static_cast<int>(lines->size()) + 3);
}

TEST(BreakLines, AsksOnceForATextThatFitsOneLineOrIsHopeless) {
  TenPixels face;
  break_lines(pieces(headlines[0]), face.measure(), 2'000, 4);
  EXPECT_EQ(face.asked, 1);
  break_lines(pieces(headlines[0]), face.measure(), 100, 4);
  EXPECT_EQ(face.asked, 2);
}

TEST(BreakLines, OfNothingIsNoLine) {
  TenPixels face;
  EXPECT_EQ(break_lines({}, face.measure(), 100, 4), Lines{});
}

TEST(Torn, IsTrueOnlyOfABreakInsideAWordOrName) {
  const auto title = pieces("Ngày truyền thống lực lượng");
  EXPECT_TRUE(torn(title, {"Ngày truyền", "thống lực lượng"}));
  EXPECT_FALSE(torn(title, {"Ngày truyền thống", "lực lượng"}));
  EXPECT_FALSE(torn(title, {"Ngày truyền thống lực lượng"}));
  EXPECT_TRUE(torn(pieces("3 triệu đồng/lượng"), {"3 triệu đồng/", "lượng"}));
  EXPECT_FALSE(torn(pieces("thế giới,Tháng năm"), {"thế giới,", "Tháng năm"}));
}

}  // namespace
}  // namespace lobby::text
