#include "reading.h"

namespace lobby::content {
namespace {

using std::chrono::sys_days;
using namespace std::chrono_literals;
using testing::Test;

TEST(Rss, GivesEveryFieldOfAnItem) {
  const Headline item = read_item(
      rss("<item><title>Ra quân</title><link>/tin/1.html</link><guid isPermaLink=\"false\">tin-1</guid>"
          "<description>Sáng nay.</description><dc:creator>Minh Anh</dc:creator>"
          "<pubDate>Wed, 15 Jun 2022 08:00:00 +0700</pubDate><enclosure url=\"/a.jpg\" type=\"image/jpeg\"/></item>"));
  EXPECT_EQ(item.title, "Ra quân");
  EXPECT_EQ(item.link, "https://portal.example/tin/1.html");
  EXPECT_EQ(item.id, "tin-1");
  EXPECT_EQ(item.summary, "Sáng nay.");
  EXPECT_EQ(item.author, "Minh Anh");
  EXPECT_EQ(item.published, sys_days(2022y / 6 / 15) + 1h);
  EXPECT_EQ(item.images, (std::vector<Image>{{"https://portal.example/a.jpg", ""}}));
}

TEST(Rss, IsRecognisedWhateverExpectationAndType) {
  const std::string feed = rss("<item><title>Một tin</title></item>");
  for (const Expect expect : {Expect::feed, Expect::page, Expect::anything}) {
    const Reading reading = read(feed, expect);
    EXPECT_EQ(reading.format, Format::rss);
    EXPECT_EQ(reading.title, "Tin tức");
    EXPECT_FALSE(reading.page_kind);
    EXPECT_TRUE(reading.complete);
  }
}

TEST(Rss, DropsTheLeadingImageFromTheSummaryAndKeepsItAsPicture) {
  const Headline item =
      read_item(rss("<item><title>T</title><description><![CDATA[<a href=\"/1\"><img src=\"/a.jpg\" /></a>Cách đây 55 "
                    "năm.]]></description></item>"));
  EXPECT_EQ(item.summary, "Cách đây 55 năm.");
  ASSERT_EQ(item.images.size(), 1U);
  EXPECT_EQ(item.images[0].url, "https://portal.example/a.jpg");
}

TEST(Rss, TakesTheFirstWordsOfTheSummaryForAMissingTitle) {
  const Headline item =
      read_item(rss("<item><description>một hai ba bốn năm sáu bảy tám chín mười một hai ba bốn năm "
                    "sáu bảy tám</description></item>"));
  EXPECT_EQ(item.title, "một hai ba bốn năm sáu bảy tám chín mười một hai ba bốn năm sáu…");
}

TEST(Rss, ReadsItemsWithoutLinkAndDate) {
  const Headline item = read_item(rss("<item><title>Thông báo</title></item>"));
  EXPECT_EQ(item.link, "");
  EXPECT_FALSE(item.published);
  EXPECT_EQ(item.id.size(), 16U);
}

TEST(Rss, TellsStoriesApartThatAllLinkToTheHomePage) {
  const Reading reading =
      read(rss("<item><title>Một</title><link>https://portal.example/</link></item>"
               "<item><title>Hai</title><link>https://portal.example/</link></item>"));
  ASSERT_EQ(reading.items.size(), 2U);
  EXPECT_NE(reading.items[0].id, reading.items[1].id);
}

TEST(Rss, TakesAGuidForTheLinkUnlessItSaysThatItIsNone) {
  EXPECT_EQ(read_item(rss("<item><title>T</title><guid>https://portal.example/1</guid></item>")).link,
            "https://portal.example/1");
  EXPECT_EQ(
      read_item(rss("<item><title>T</title><guid isPermaLink='false'>https://portal.example/1</guid></item>")).link,
      "");
}

TEST(Rss, ReadsTheMediaModuleWithItsCaptions) {
  const Headline item =
      read_item(rss("<item><title>T</title><media:group><media:content url='/a.jpg' medium='image'>"
                    "<media:description>Lễ khai mạc</media:description></media:content></media:group>"
                    "<media:content url='/b.mp4' type='video/mp4'/><media:thumbnail url='/nho.jpg'/></item>"));
  EXPECT_EQ(item.images, (std::vector<Image>{{"https://portal.example/a.jpg", "Lễ khai mạc"}}));
}

TEST(Rss, TakesTheThumbnailAndItsCreditWhereThereIsNoOtherPicture) {
  const Headline item =
      read_item(rss("<item><title>T</title><media:thumbnail url='/nho.jpg'/>"
                    "<media:credit>Ảnh: Minh Anh</media:credit></item>"));
  EXPECT_EQ(item.images, (std::vector<Image>{{"https://portal.example/nho.jpg", "", {}, {}, "Minh Anh"}}));
}

TEST(Rss, FindsPicturesAndSummaryInTheWholeStory) {
  const Headline item =
      read_item(rss("<item><title>T</title><content:encoded><![CDATA[<p>Sáng nay.</p><figure>"
                    "<img src='/a.jpg'><figcaption>Ra quân</figcaption></figure>]]></content:encoded></item>"));
  EXPECT_EQ(item.images, (std::vector<Image>{{"https://portal.example/a.jpg", "Ra quân"}}));
  EXPECT_EQ(item.summary, "Sáng nay. Ra quân");
}

TEST(Rss, ReadsAWholePageInsideADescription) {
  const Headline item =
      read_item(rss("<item><title>T</title><description><![CDATA[<!DOCTYPE html><html><head><title>x</title>"
                    "</head><body><p>Nội dung</p></body></html>]]></description></item>"));
  EXPECT_EQ(item.summary, "Nội dung");
}

TEST(Rss, UsesTheLinkOfItsChannelWhereNoBaseIsKnown) {
  const std::string feed = rss("<link>https://portal.example/</link><item><title>T</title><link>/1.html</link></item>");
  EXPECT_EQ(read(feed, Expect::feed, "").items.at(0).link, "https://portal.example/1.html");
}

TEST(Rss, LeavesLinksRelativeWhereNothingIsKnown) {
  EXPECT_EQ(read(rss("<item><title>T</title><link>/1.html</link></item>"), Expect::feed, "").items.at(0).link,
            "/1.html");
}

TEST(Rss, TakesNoTitleInLettersThatNoFontHas) {
  EXPECT_EQ(read_item(rss("<item><title>ສະບາຍດີ</title><description>Đoàn Lào sang thăm</description></item>")).title,
            "Đoàn Lào sang thăm");
  EXPECT_TRUE(read(rss("<item><title>東京</title><description>ภาษาไทย</description></item>")).items.empty());
}

TEST(Rss, ReadsRdf) {
  const Reading reading = read(
      "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/' "
      "xmlns:dc='http://purl.org/dc/elements/1.1/'><channel rdf:about='/'><title>Tin</title></channel>"
      "<item rdf:about='https://portal.example/1'><title>Một</title><link>https://portal.example/1</link>"
      "<dc:date>2024-07-24T08:00:00+07:00</dc:date></item></rdf:RDF>");
  EXPECT_EQ(reading.format, Format::rss);
  EXPECT_EQ(reading.title, "Tin");
  ASSERT_EQ(reading.items.size(), 1U);
  EXPECT_EQ(reading.items[0].id, "https://portal.example/1");
  EXPECT_EQ(reading.items[0].published, sys_days(2024y / 7 / 24) + 1h);
}

TEST(Rss, MendsEntitiesOfHtmlAndBareAmpersands) {
  const Headline item =
      read_item(rss("<item><title>C&ocirc;ng an &amp; Nh&#226;n d&acirc;n &ndash; 2 < 3</title>"
                    "<link>/tin?id=1&lang=vi</link></item>"));
  EXPECT_EQ(item.title, "Công an & Nhân dân – 2 < 3");
  EXPECT_EQ(item.link, "https://portal.example/tin?id=1&lang=vi");
}

TEST(Rss, ExpandsNoEntityOfTheDocument) {
  const Headline item = read_item(
      "<!DOCTYPE rss [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'><!ENTITY c SYSTEM 'file:///etc/passwd'>]>"
      "<rss><channel><item><title>x&b;y&c;z</title></item></channel></rss>");
  EXPECT_EQ(item.title, "x&b;y&c;z");
}

TEST(Rss, ReadsPrefixesThatTheFeedForgotToDeclare) {
  const Headline item = read_item(
      "<rss><channel><item><title>T</title><dc:creator>Minh Anh</dc:creator>"
      "<content:encoded>&lt;p&gt;Nội dung&lt;/p&gt;</content:encoded></item></channel></rss>");
  EXPECT_EQ(item.author, "Minh Anh");
  EXPECT_EQ(item.summary, "Nội dung");
}

TEST(Rss, IsFoundBehindWhatAFaultyScriptPrints) {
  EXPECT_EQ(read_item("\n<br />\n<b>Warning</b>: foo in <b>rss.php</b> on line <b>3</b><br />\n"
                      "<?xml version='1.0'?><rss><channel><item><title>Tin</title></item></channel></rss>")
                .title,
            "Tin");
}

TEST(Rss, BelievesItsBytesMoreThanItsDeclaration) {
  EXPECT_EQ(read_item("<?xml version='1.0' encoding='windows-1258'?><rss><channel><item><title>Công an</title></item>"
                      "</channel></rss>")
                .title,
            "Công an");
}

TEST(Rss, CutsImageIdsAndEndMarksFromTitles) {
  EXPECT_EQ(read_item(rss("<item><title>87e90dbac8ff0ba152eeLễ gặp mặt./.</title></item>")).title, "Lễ gặp mặt");
}

TEST(Rss, ReadsAFeedWithoutItemsAsEmpty) { EXPECT_TRUE(read(rss("")).items.empty()); }

TEST(Rss, LeavesOutItemsWithNothingToShow) {
  EXPECT_TRUE(read(rss("<item><link>/1</link></item><item/>")).items.empty());
}

TEST(Rss, ReadsAtMostTenThousandItems) {
  std::string items;
  for (int i = 0; i < 10'001; ++i) items += "<item><title>T</title></item>";
  EXPECT_EQ(read(rss(items)).items.size(), 10'000U);
}

TEST(Rss, SurvivesElementsNestedWithoutEnd) {
  std::string deep = "<rss><channel><item><title>T";
  for (int i = 0; i < 100'000; ++i) deep += "<x>";
  EXPECT_EQ(reason(deep + "</rss>", Expect::feed), "the feed is no XML that can be read, or nests too deep");
}

TEST(Rss, AnElementThatWasLeftOpenDoesNotSwallowItsItemNorTheNext) {
  const auto reading = read(
      "<rss version='2.0'><channel><title>Vân Lam</title>"
      "<item><title>Tin một<link>https://vanlam.example/1</link><pubDate>Mon, 01 Jul 2024 08:00:00 "
      "+0700</pubDate></item>"
      "<item><title>Tin hai</title><link>https://vanlam.example/2<description>Lời dẫn</description></item>"
      "<item><title>Tin ba<description>Lời dẫn ba</title></description></item>"
      "<item><title>Tin bốn</title></item></channel></rss>");
  ASSERT_EQ(reading.items.size(), 4U);
  EXPECT_EQ(reading.items[0].title, "Tin một");
  EXPECT_EQ(reading.items[0].link, "https://vanlam.example/1");
  EXPECT_TRUE(reading.items[0].published);
  EXPECT_EQ(reading.items[1].link, "https://vanlam.example/2");
  EXPECT_EQ(reading.items[1].summary, "Lời dẫn");
  EXPECT_EQ(reading.items[2].title, "Tin ba");
  EXPECT_EQ(reading.items[3].title, "Tin bốn");
}

TEST(Rss, SignsAndFileNamesAreNoTitles) {
  for (const std::string title : {"***", "---", "IMG_0231.JPG"}) {
    const auto reading = read("<rss version='2.0'><channel><item><title>" + title +
                              "</title><description>Chợ phiên mở lại</description></item></channel></rss>");
    ASSERT_EQ(reading.items.size(), 1U);
    EXPECT_EQ(reading.items[0].title, "Chợ phiên mở lại") << title;
  }
}

}  // namespace
}  // namespace lobby::content
