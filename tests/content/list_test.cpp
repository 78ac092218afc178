#include "reading.h"

namespace lobby::content {
namespace {

using std::chrono::sys_days;
using namespace std::chrono_literals;

const std::string home =
    "<html><head><title>Công an tỉnh</title><link rel='alternate' type='application/rss+xml' "
    "href='/rss.xml'></head><body>"
    "<ul class=menu><li><a href='/1'>Cải cách hành chính công</a></li><li><a href='/2'>Văn bản quy phạm pháp "
    "luật</a></li></ul>"
    "<div id=content>"
    "<div class=item-news><a href='/tin/1.html'><img src='/1.jpg' alt='87e90dbac8ff0ba152ee'></a>"
    "<h2><a href='/tin/1.html'>Ra quân bảo đảm trật tự</a></h2><span>15/06/2022</span><p>Sáng nay, lễ ra quân diễn "
    "ra.</p></div>"
    "<div class='item-news last'><a href='/tin/2.html'><img src='/2.jpg'></a>"
    "<h2><a href='/tin/2.html'>Tập huấn phòng cháy, chữa cháy</a></h2><span>10/06/2022</span><p>Chiều qua, lớp tập "
    "huấn bắt đầu.</p>"
    "<a href='/tin/2.html'>Xem chi tiết</a></div></div>"
    "<div class=thongke><p>Tổng số: 3188469</p></div></body></html>";

TEST(List, IsFoundWithoutARecipe) {
  const Reading reading = read(home, Expect::page);
  EXPECT_EQ(reading.page_kind, PageKind::list);
  EXPECT_EQ(reading.feed_url, "https://portal.example/rss.xml");
  ASSERT_EQ(reading.items.size(), 2U);
  const Headline& item = reading.items[1];
  EXPECT_EQ(item.title, "Tập huấn phòng cháy, chữa cháy");
  EXPECT_EQ(item.link, "https://portal.example/tin/2.html");
  EXPECT_EQ(item.id, item.link);
  EXPECT_EQ(item.summary, "Chiều qua, lớp tập huấn bắt đầu.");
  EXPECT_EQ(item.published, sys_days(2022y / 6 / 9) + 17h);
  EXPECT_EQ(item.images, (std::vector<Image>{{"https://portal.example/2.jpg", ""}}));
}

TEST(List, FollowsItsRecipe) {
  const config::Recipe recipe{
      "//div[contains(@class,'item-news')]", ".//h2", ".//h2/a/@href", ".//span", ".//p", ".//img/@src"};
  const auto reading = read_document({home, portal, ""}, Expect::page, &recipe);
  ASSERT_TRUE(reading);
  EXPECT_EQ(reading->items, read(home).items);
}

TEST(List, TakesElementsAndStringsOfARecipeForWhatTheyMean) {
  const config::Recipe recipe{
      "//div[contains(@class,'item-news')]", "normalize-space(.//h2)", ".//h2/a", "", "", ".//img"};
  const auto reading = read_document({home, portal, ""}, Expect::page, &recipe);
  ASSERT_TRUE(reading);
  EXPECT_EQ(reading->items.at(0).title, "Ra quân bảo đảm trật tự");
  EXPECT_EQ(reading->items.at(0).link, "https://portal.example/tin/1.html");
  EXPECT_EQ(reading->items.at(0).images.at(0).url, "https://portal.example/1.jpg");
  EXPECT_EQ(reading->items.at(0).summary, "");
}

TEST(List, SaysThatARecipeFindsNothing) {
  const config::Recipe recipe{"//div[@class='tin']", ".//h2", "", "", "", ""};
  const auto reading = read_document({home, portal, ""}, Expect::page, &recipe);
  ASSERT_FALSE(reading);
  EXPECT_EQ(reading.error().message,
            "the recipe finds no item with a title in the page (item: //div[@class='tin']); the page may have changed");
}

TEST(List, SaysThatARecipeIsNoXPath) {
  const config::Recipe recipe{"//div[", ".//h2", "", "", "", ""};
  const auto reading = read_document({home, portal, ""}, Expect::page, &recipe);
  ASSERT_FALSE(reading);
  EXPECT_EQ(reading.error().message, "'item' of the recipe: '//div[' is not an XPath 1.0 expression");
}

TEST(List, CompletesATitleThatThePageShortens) {
  const Reading reading = read(
      "<ul><li><a href='/1' title='Ra quân bảo đảm trật tự, an toàn giao thông'>Ra quân bảo đảm trật tự…</a> "
      "(15/06/2022)</li>"
      "<li><a href='/2'>Tập huấn phòng cháy, chữa cháy</a> (10/06/2022)</li></ul>");
  ASSERT_EQ(reading.items.size(), 2U);
  EXPECT_EQ(reading.items[0].title, "Ra quân bảo đảm trật tự, an toàn giao thông");
  EXPECT_EQ(reading.items[1].title, "Tập huấn phòng cháy, chữa cháy");
  EXPECT_EQ(reading.items[1].published, sys_days(2022y / 6 / 9) + 17h);
}

TEST(List, ReadsLinksAroundWholeItems) {
  std::string page = "<div class=grid>";
  for (const char* n : {"1", "2", "3"}) {
    page += std::string("<div class=col><a href='/") + n + ".html'><img data-src='/" + n +
            ".jpg' src='data:,'><h3>Tin số " + n + "</h3><p>Tóm tắt của tin thứ " + n + ".</p></a></div>";
  }
  const Reading reading = read(page + "</div>");
  ASSERT_EQ(reading.items.size(), 3U);
  EXPECT_EQ(reading.items[2].title, "Tin số 3");
  EXPECT_EQ(reading.items[2].summary, "Tóm tắt của tin thứ 3.");
  EXPECT_EQ(reading.items[2].images.at(0).url, "https://portal.example/3.jpg");
}

TEST(List, KeepsTheStoryOnTopThatIsSetLarger) {
  const std::string top =
      "<div class=noi-bat><img src='/0.jpg'><h2><a href='/0.html'>Tin nổi bật trong ngày</a></h2>"
      "<p>Tóm tắt của tin nổi bật trong ngày.</p></div>";
  std::string page = "<html><body><div>" + top + "</div><ul>";
  for (const char* n : {"1", "2"}) {
    page +=
        std::string("<li><a href='/") + n + ".html'>Tin thường trong ngày " + n + "</a> <span>(15/06/2022)</span></li>";
  }
  const Reading reading = read(page + "</ul></body></html>");
  ASSERT_EQ(reading.items.size(), 3U);
  EXPECT_EQ(reading.items[0].title, "Tin nổi bật trong ngày");
}

TEST(List, StartsItsLinksFromTheBaseOfThePage) {
  const Reading reading = read(
      "<html><head><base href='https://tin.example/vi/'></head><body><ul><li><a href='1'>Ra quân bảo đảm trật tự</a> "
      "15/06/2022"
      "</li><li><a href='2'>Tập huấn phòng cháy, chữa cháy</a> 10/06/2022</li></ul></body></html>");
  EXPECT_EQ(reading.items.at(0).link, "https://tin.example/vi/1");
}

TEST(List, SaysThatThereIsNoNews) {
  EXPECT_EQ(reason("<html><head><title>Giới thiệu</title></head><body><p>Xin chào</p></body></html>", Expect::page),
            "no news was found in the page «Giới thiệu»");
}

}  // namespace
}  // namespace lobby::content
