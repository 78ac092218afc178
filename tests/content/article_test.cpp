#include <gmock/gmock.h>

#include "reading.h"

namespace lobby::content {
namespace {

using std::chrono::sys_days;
using testing::ElementsAre;
using testing::IsEmpty;
using namespace std::chrono_literals;

const std::string lead = "Sáng 15-6, Công an tỉnh tổ chức lễ ra quân cao điểm tấn công, trấn áp tội phạm.";
const std::string body =
    "Phát biểu tại buổi lễ, đồng chí Giám đốc yêu cầu các đơn vị bám sát địa bàn, giữ vững an ninh.";

std::string made_page(const std::string& inside, const std::string& head = "") {
  return "<html><head><title>Ra quân bảo đảm trật tự - Công an tỉnh</title>" + head +
         "</head><body><div id=header><div class=date>Thứ Tư, 24/07/2024</div></div>"
         "<ul class=menu><li><a href='/'>Trang chủ</a></li></ul>" +
         inside + "<div class=thongke><p>Tổng số: 3188469</p></div></body></html>";
}

Reading read_article(const std::string& inside, const std::string& head = "") {
  const Reading reading = read(made_page(inside, head), Expect::page, "https://portal.example/tin/1.html");
  EXPECT_EQ(reading.page_kind, PageKind::article);
  EXPECT_EQ(reading.items.size(), 1U);
  return reading;
}

TEST(Article, GivesHeadlineDateLeadParagraphsAndPhotos) {
  const Reading reading = read_article(
      "<div id=content><h1>Ra quân bảo đảm trật tự</h1><div class=time>Thứ Tư, 15/06/2022</div><div class=detail>"
      "<p><strong>" +
      lead +
      "</strong></p><p align=center><img src='/a.jpg' alt='87e90dbac8ff0ba152ee'></p>"
      "<p align=center><em>Quang cảnh buổi lễ</em></p><p>" +
      body +
      "</p>"
      "<p style='text-align: right'><strong>Minh Anh – Phòng Tham mưu</strong></p></div>"
      "<div class=tin-khac><h3>Các tin khác</h3><ul><li><a href='/2'>Tập huấn phòng cháy, chữa cháy</a> "
      "(10/06/2022)</li></ul></div></div>");
  const Headline& item = reading.items.at(0);
  EXPECT_EQ(item.title, "Ra quân bảo đảm trật tự");
  EXPECT_EQ(item.link, "https://portal.example/tin/1.html");
  EXPECT_EQ(item.published, sys_days(2022y / 6 / 14) + 17h);
  EXPECT_EQ(item.summary, lead);
  EXPECT_EQ(item.author, "Minh Anh – Phòng Tham mưu");
  EXPECT_EQ(item.images, (std::vector<Image>{{"https://portal.example/a.jpg", "Quang cảnh buổi lễ"}}));
  EXPECT_THAT(reading.content, ElementsAre(lead, body, "Minh Anh – Phòng Tham mưu"));
}

TEST(Article, ReadsNukeViet) {
  const Reading reading = read_article(
      "<div class='news_column'><h1 class=title itemprop=headline>Ra quân bảo đảm trật tự</h1>"
      "<em class=time>Thứ sáu - 15/07/2022 08:30</em><div class=hometext><p>" +
      lead +
      "</p></div>"
      "<div id=news-bodyhtml class=bodytext><p>" +
      body +
      "</p></div>"
      "<span class=hidden itemprop=datePublished style='display:none'>2022-06-15T08:00:00+07:00</span>"
      "<div class='others'><p>Những tin mới hơn</p><ul><li><a href='/2'>Tập huấn phòng cháy, chữa "
      "cháy</a></li></ul></div></div>");
  EXPECT_EQ(reading.items.at(0).summary, lead);
  EXPECT_EQ(reading.items.at(0).published, sys_days(2022y / 6 / 15) + 1h);
  EXPECT_THAT(reading.content, ElementsAre(lead, body));
}

TEST(Article, ReadsVcCorpWithoutItsRelatedBoxes) {
  const Reading reading = read_article(
      "<h1 class='detail-title'>Ra quân bảo đảm trật tự</h1><h2 class='detail-sapo'>" + lead +
      "</h2><div class='detail-content'>"
      "<div type=RelatedOneNews><a href='/9'>Một tin liên quan khác hẳn</a><p>" +
      body +
      " Thừa.</p></div>"
      "<figure class=VCSortableInPreviewMode><img data-original='/a.jpg' src='data:,'><figcaption><p>Quang "
      "cảnh</p></figcaption>"
      "</figure><p>" +
      body + "</p></div>");
  EXPECT_THAT(reading.content, ElementsAre(lead, body));
  EXPECT_EQ(reading.items.at(0).images, (std::vector<Image>{{"https://portal.example/a.jpg", "Quang cảnh"}}));
}

TEST(Article, ReadsSharePointWithZeroWidthSpaces) {
  const Reading reading = read_article(
      "<form id=aspnetForm><h1>Ra quân bảo đảm trật tự</h1><div id='ctl00_PlaceHolderMain_x__ControlWrapper'>"
      "<div class='ExternalClass0A1B2C'><p>\u200B" +
      lead + "</p><p>\u200B" + body + "</p></div></div></form>");
  EXPECT_THAT(reading.content, ElementsAre(lead, body));
}

TEST(Article, ReadsHandMadePagesWithoutHeadings) {
  const Reading reading = read_article("<table><tr><td><span class=tieude>Ra quân bảo đảm trật tự</span><br><br>" +
                                       lead + "<br><br>" + body + "</td></tr></table>");
  EXPECT_EQ(reading.items.at(0).title, "Ra quân bảo đảm trật tự");
  EXPECT_THAT(reading.content, ElementsAre(lead, body));
}

TEST(Article, BelievesJsonLd) {
  const Reading reading = read_article(
      "<h1>Cổng thông tin điện tử Công an tỉnh</h1><h1>Ra quân bảo đảm trật tự</h1><div><p>" + body + "</p></div>",
      R"(<script type="application/ld+json">{"@graph":[{"@type":"WebSite"},{"@type":["NewsArticle"],)"
      R"("headline":"Ra quân bảo đảm trật tự","datePublished":"2022-06-15T08:00:00+07:00","author":[{"name":"Minh Anh"}],)"
      R"("description":"Lễ ra quân"}]}</script>)");
  const Headline& item = reading.items.at(0);
  EXPECT_EQ(item.title, "Ra quân bảo đảm trật tự");
  EXPECT_EQ(item.published, sys_days(2022y / 6 / 15) + 1h);
  EXPECT_EQ(item.author, "Minh Anh");
  EXPECT_EQ(item.summary, "Lễ ra quân");
}

TEST(Article, TakesTheLeadPictureOfItsHeadOnlyWhereItHasNoOther) {
  const std::string head = "<meta property='og:image' content='/og.jpg'><meta property='og:type' content='article'>";
  const std::string text = "<h1>Ra quân bảo đảm trật tự</h1><div><p>" + lead + "</p><p>" + body + "</p>";
  EXPECT_EQ(read_article(text + "</div>", head).items.at(0).images,
            (std::vector<Image>{{"https://portal.example/og.jpg", ""}}));
  EXPECT_EQ(read_article(text + "<img src=/a.jpg></div>", head).items.at(0).images,
            (std::vector<Image>{{"https://portal.example/a.jpg", ""}}));
}

TEST(Article, DoesNotTakeTheDateOfTheSiteForItsOwn) {
  const Reading reading =
      read_article("<h1>Ra quân bảo đảm trật tự</h1><div><p>" + lead + "</p><p>" + body + "</p></div>");
  EXPECT_FALSE(reading.items.at(0).published);
}

TEST(Article, KeepsASentenceThatBeginsWithADate) {
  const std::string dated = "Ngày 15/6/2022, Công an tỉnh tổ chức lễ ra quân bảo đảm trật tự.";
  EXPECT_THAT(
      read_article("<h1>Ra quân bảo đảm trật tự</h1><div><p>" + dated + "</p><p>" + body + "</p></div>").content,
      ElementsAre(dated, body));
}

TEST(Article, KeepsAParagraphWithALinkInside) {
  const std::string linked =
      "<p>Trước đó, <a href='/9'>lễ ra quân năm ngoái</a> đã được tổ chức tại Quảng trường thành phố.</p>"
      "<p>Và sau đó, <a href='/8'>hội nghị tổng kết công tác</a> cũng được tổ chức tại Quảng trường.</p>";
  EXPECT_EQ(read_article("<h1>Ra quân bảo đảm trật tự</h1><div><p>" + body + "</p>" + linked + "</div>").content.size(),
            3U);
}

TEST(Article, OfPicturesAloneIsReadWhereThePageCallsItAnArticle) {
  const Reading reading = read_article("<h1>Chùm ảnh lễ ra quân</h1><div><img src=/a.jpg><img src=/b.jpg></div>",
                                       "<meta property='og:type' content='article'>");
  EXPECT_EQ(reading.items.at(0).images.size(), 2U);
  EXPECT_THAT(reading.content, IsEmpty());
}

}  // namespace
}  // namespace lobby::content
