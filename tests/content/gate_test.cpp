#include "reading.h"

namespace lobby::content {
namespace {

struct GateCase {
  const char* html;
  const char* gate;
};

void PrintTo(const GateCase& c, std::ostream* out) { *out << c.gate; }

class Gate : public testing::TestWithParam<GateCase> {};

TEST_P(Gate, NamesItselfAndHasNoItems) {
  const Reading reading = read(GetParam().html, Expect::page);
  EXPECT_EQ(reading.format, Format::page);
  EXPECT_EQ(reading.page_kind, PageKind::gate);
  EXPECT_EQ(reading.gate, GetParam().gate);
  EXPECT_TRUE(reading.items.empty());
}

INSTANTIATE_TEST_SUITE_P(
    Pages, Gate,
    testing::Values(
        GateCase{"<html><body><script>document.cookie=\"D1N=0a1b\"+\"; "
                 "path=/\";window.location.reload(true);</script></body></html>",
                 "cookie script"},
        GateCase{"<html><head><script>function go(){document.cookie='D0N=xyz';location.href='/?x';}</script></head>"
                 "<body onload=go()></body></html>",
                 "cookie script"},
        GateCase{"<html><head><meta http-equiv=\"Refresh\" content=\"0; "
                 "URL=/web/guest/home?s=1\"></head><body></body></html>",
                 "meta refresh"},
        GateCase{"<head><title>Document Moved</title></head><body><h1>Object Moved</h1>This document may be found "
                 "<a HREF=\"/vi/\">here</a></body>",
                 "document moved"},
        GateCase{"<html><head><title>WiFi Khách sạn</title></head><body><form action='/login'><input name=u>"
                 "<input type=password></form></body></html>",
                 "captive portal"},
        GateCase{"<html><!-- <WISPAccessGatewayParam/> --><body><p>Chào mừng</p></body></html>", "captive portal"},
        GateCase{"<html><head><title>Just a moment...</title></head><body>Checking your browser</body></html>",
                 "browser check"},
        GateCase{"<html><head><title>Đăng nhập</title></head><body><h1>Đăng nhập hệ thống điều hành tác nghiệp</h1>"
                 "<p>Đề nghị cán bộ, chiến sĩ dùng tài khoản được cấp để đăng nhập vào hệ thống của đơn vị.</p>"
                 "<form><input name=u><input type='password'></form></body></html>",
                 "login page"},
        GateCase{"<html><head><title>404 Not Found</title></head><body><h1>Not Found</h1></body></html>", "error page"},
        GateCase{"<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad "
                 "Gateway</h1></center></body></html>",
                 "error page"},
        GateCase{"<html><head><title></title></head><body></body></html>", "empty page"}));

TEST(Gate, IsNoPageThatRenewsItselfNowAndThen) {
  const Reading reading = read(
      "<html><head><meta http-equiv=refresh content='300'></head><body><h1>Ra quân bảo đảm trật tự</h1><p>Sáng nay, "
      "Công "
      "an tỉnh tổ chức lễ ra quân cao điểm tấn công trấn áp tội phạm dịp cuối năm.</p></body></html>");
  EXPECT_EQ(reading.page_kind, PageKind::article);
}

TEST(Gate, IsNoHomePageWithALoginBoxInACorner) {
  std::string page = "<html><body><form><input type=password></form><div id=tin>";
  for (const char* n : {"một", "hai", "ba"}) {
    page += std::string("<div class=item><img src='/") + n + ".jpg'><h3><a href='/" + n + ".html'>Tin thứ " + n +
            " trong ngày</a></h3><p>Tóm tắt của tin thứ " + n + ".</p></div>";
  }
  EXPECT_EQ(read(page + "</div></body></html>").page_kind, PageKind::list);
}

}  // namespace
}  // namespace lobby::content
