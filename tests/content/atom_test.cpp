#include "reading.h"

namespace lobby::content {
namespace {

using std::chrono::sys_days;
using namespace std::chrono_literals;

std::string atom(const std::string& inside) {
  return "<feed xmlns='http://www.w3.org/2005/Atom'><title>Tin</title>" + inside + "</feed>";
}

TEST(Atom, GivesEveryFieldOfAnEntry) {
  const Headline item =
      read_item(atom("<entry><id>tag:portal.example,2024:1</id><title>Ra quân</title><link href='/tin/1.html'/>"
                     "<summary>Sáng nay.</summary><published>2024-07-24T08:00:00+07:00</published>"
                     "<updated>2024-07-25T08:00:00+07:00</updated><author><name>Minh Anh</name></author>"
                     "<link rel='enclosure' type='image/jpeg' href='/a.jpg' title='Lễ khai mạc'/></entry>"));
  EXPECT_EQ(item.id, "tag:portal.example,2024:1");
  EXPECT_EQ(item.title, "Ra quân");
  EXPECT_EQ(item.link, "https://portal.example/tin/1.html");
  EXPECT_EQ(item.summary, "Sáng nay.");
  EXPECT_EQ(item.author, "Minh Anh");
  EXPECT_EQ(item.published, sys_days(2024y / 7 / 24) + 1h);
  EXPECT_EQ(item.images, (std::vector<Image>{{"https://portal.example/a.jpg", "Lễ khai mạc"}}));
}

TEST(Atom, TakesUpdatedForAMissingPublished) {
  EXPECT_EQ(read_item(atom("<entry><title>T</title><updated>2024-07-24T00:00:00Z</updated></entry>")).published,
            sys_days(2024y / 7 / 24));
}

TEST(Atom, PrefersTheAlternateLink) {
  EXPECT_EQ(read_item(atom("<entry><title>T</title><link rel='self' href='/1.atom'/><link rel='edit' href='/e'/>"
                           "<link rel='alternate' type='application/pdf' href='/1.pdf'/>"
                           "<link rel='alternate' type='text/html' href='/1.html'/></entry>"))
                .link,
            "https://portal.example/1.html");
}

TEST(Atom, ResolvesAgainstXmlBase) {
  const Reading reading = read(
      "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='https://tin.example/a/'><title>Tin</title>"
      "<entry xml:base='b/'><title>T</title><link href='1.html'/><content type='html' xml:base='anh/'>"
      "&lt;img src='x.jpg'&gt;</content></entry></feed>");
  ASSERT_EQ(reading.items.size(), 1U);
  EXPECT_EQ(reading.items[0].link, "https://tin.example/a/b/1.html");
  EXPECT_EQ(reading.items[0].images, (std::vector<Image>{{"https://tin.example/a/b/anh/x.jpg", ""}}));
}

TEST(Atom, ReadsXhtmlAndHtmlTexts) {
  const Headline item = read_item(atom(
      "<entry><title type='html'>&lt;b&gt;Ra&lt;/b&gt; qu&amp;acirc;n</title><content type='xhtml'>"
      "<div xmlns='http://www.w3.org/1999/xhtml'><p>Một</p><p>hai <img src='/a.jpg'/></p></div></content></entry>"));
  EXPECT_EQ(item.title, "Ra quân");
  EXPECT_EQ(item.summary, "Một hai");
  EXPECT_EQ(item.images, (std::vector<Image>{{"https://portal.example/a.jpg", ""}}));
}

TEST(Atom, ReadsVersion03) {
  const Reading reading = read(
      "<feed version='0.3' xmlns='http://purl.org/atom/ns#'><title>Tin</title><entry><title mode='escaped'>Một</title>"
      "<link rel='alternate' type='text/html' href='/1'/><issued>2024-07-24T08:00:00+07:00</issued></entry></feed>");
  EXPECT_EQ(reading.format, Format::atom);
  ASSERT_EQ(reading.items.size(), 1U);
  EXPECT_EQ(reading.items[0].link, "https://portal.example/1");
  EXPECT_EQ(reading.items[0].published, sys_days(2024y / 7 / 24) + 1h);
}

TEST(Atom, LendsTheAuthorOfTheFeedToItsEntries) {
  EXPECT_EQ(read_item(atom("<author><name>Ban biên tập</name></author><entry><title>T</title></entry>")).author,
            "Ban biên tập");
}

}  // namespace
}  // namespace lobby::content
