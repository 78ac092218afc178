#include "reading.h"

namespace lobby::content {
namespace {

struct Case {
  const char* bytes;
  Expect expect;
  const char* reason;
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.bytes; }

class NoDocument : public testing::TestWithParam<Case> {};

TEST_P(NoDocument, IsRefusedWithAPlainReason) {
  EXPECT_EQ(reason(GetParam().bytes, GetParam().expect), GetParam().reason);
}

INSTANTIATE_TEST_SUITE_P(
    Documents, NoDocument,
    testing::Values(
        Case{"", Expect::feed, "the feed is empty: 0 bytes"}, Case{" \n ", Expect::page, "the page is empty: 3 bytes"},
        Case{"404: Not Found", Expect::feed, "plain text («404: Not Found») came instead of a feed"},
        Case{"\xFF\xD8\xFF\xE0", Expect::feed, "a picture came instead of a feed"},
        Case{"%PDF-1.4", Expect::page, "a PDF or compressed file came instead of a page"},
        Case{"<html><head><title>Trang chủ</title></head><body><p>Chào</p></body></html>", Expect::feed,
             "an HTML page («Trang chủ») came instead of a feed"},
        Case{"<html><head><title>Đăng nhập</title></head><body><form><input type=password></form></body></html>",
             Expect::feed, "a login page came instead of a feed"},
        Case{"<html><body><script>document.cookie=\"D1N=abc\";window.location.reload(true);</script></body></html>",
             Expect::feed, "a cookie script came instead of a feed"},
        Case{"<rss><channel><title>Tin</title><item><title>Mộ", Expect::feed,
             "the feed ends in the middle of an element, before its first item is whole"}));

TEST(ReadDocument, RefusesMoreThanTenMebibytes) {
  const auto reading = read_document({std::string(10 * 1024 * 1024 + 1, ' '), "", ""}, Expect::feed);
  ASSERT_FALSE(reading);
  EXPECT_EQ(reading.error().kind, ErrorKind::refused);
}

TEST(ReadDocument, GivesTheWholeItemsOfACutFeedAndSaysSo) {
  const Reading reading = read("<rss><channel><title>Tin</title><item><title>Một</title></item><item><title>Hai</tit");
  EXPECT_FALSE(reading.complete);
  ASSERT_EQ(reading.items.size(), 1U);
  EXPECT_EQ(reading.items[0].title, "Một");
  EXPECT_EQ(reading.title, "Tin");
}

TEST(ReadDocument, CallsAFeedCutInItsLastTagsIncomplete) {
  EXPECT_FALSE(read("<rss><channel><item><title>Một</title></item></channel").complete);
  EXPECT_FALSE(read("<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>T</title></entry>").complete);
  EXPECT_TRUE(read("<rss><channel><item><title>Một</title></item></channel></rss><!-- 0.1 s -->").complete);
}

TEST(ReadDocument, CallsAPageWithoutItsEndIncomplete) {
  const std::string story = "<h1>Ra quân bảo đảm trật tự</h1><p>" + std::string(30, 'a') + std::string(60, ' ') +
                            "Sáng nay, Công an tỉnh tổ chức lễ ra quân cao điểm tấn công trấn áp tội phạm.</p>";
  EXPECT_FALSE(read("<html><body>" + story).complete);
  EXPECT_TRUE(read("<html><body>" + story + "</body></html>").complete);
  EXPECT_TRUE(read(story).complete);
}

TEST(ReadDocument, DecodesWhatTheHeaderDeclares) {
  const auto reading = read_document(
      {"<rss><channel><item><title>caf\xE9</title></item></channel></rss>", "", "text/xml; charset=iso-8859-1"},
      Expect::feed);
  ASSERT_TRUE(reading);
  EXPECT_EQ(reading->items.at(0).title, "café");
}

}  // namespace
}  // namespace lobby::content
