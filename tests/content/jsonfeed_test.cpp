#include "reading.h"

namespace lobby::content {
namespace {

using std::chrono::sys_days;
using namespace std::chrono_literals;

std::string jsonfeed(const std::string& items) {
  return R"({"version":"https://jsonfeed.org/version/1.1","title":"Tin","items":[)" + items + "]}";
}

TEST(JsonFeed, GivesEveryFieldOfAnItem) {
  const Reading reading = read(jsonfeed(
      R"({"id":7,"url":"/1.html","title":"Ra quân","summary":"Sáng nay.","date_published":"2024-07-24T08:00:00+07:00",)"
      R"("authors":[{"name":"Minh Anh"}],"image":"/a.jpg","attachments":[{"url":"/b.jpg","mime_type":"image/jpeg","title":"Lễ"},)"
      R"({"url":"/c.mp3","mime_type":"audio/mpeg"}]})"));
  EXPECT_EQ(reading.format, Format::jsonfeed);
  EXPECT_EQ(reading.title, "Tin");
  ASSERT_EQ(reading.items.size(), 1U);
  const Headline& item = reading.items[0];
  EXPECT_EQ(item.id, "7");
  EXPECT_EQ(item.title, "Ra quân");
  EXPECT_EQ(item.link, "https://portal.example/1.html");
  EXPECT_EQ(item.summary, "Sáng nay.");
  EXPECT_EQ(item.author, "Minh Anh");
  EXPECT_EQ(item.published, sys_days(2024y / 7 / 24) + 1h);
  EXPECT_EQ(item.images,
            (std::vector<Image>{{"https://portal.example/a.jpg", ""}, {"https://portal.example/b.jpg", "Lễ"}}));
}

TEST(JsonFeed, TakesTheFirstWordsOfItsContentForAMissingTitle) {
  EXPECT_EQ(read_item(jsonfeed(R"({"id":"1","content_html":"<p>Một tin ngắn</p>"})")).title, "Một tin ngắn");
}

TEST(JsonFeed, IgnoresFieldsOfTheWrongType) {
  const Headline item =
      read_item(jsonfeed(R"({"title":"T","url":[1],"author":3,"image":{},"date_published":null}, 5, null)"));
  EXPECT_EQ(item.link, "");
  EXPECT_FALSE(item.published);
}

TEST(JsonFeed, ReadsTheWholeItemsOfATextThatIsCut) {
  const Reading reading =
      read(R"({"title":"Tin","items":[{"title":"Một","tags":[{"a":1}]},{"title":"Hai"},{"title":"B)");
  EXPECT_FALSE(reading.complete);
  ASSERT_EQ(reading.items.size(), 2U);
  EXPECT_EQ(reading.items[1].title, "Hai");
}

TEST(JsonFeed, RefusesWhatIsNone) {
  EXPECT_EQ(reason(R"({"error":"not found"})", Expect::feed), "a JSON document without «items» came instead of a feed");
  EXPECT_EQ(reason("[1,2]", Expect::feed), "a JSON document without «items» came instead of a feed");
  EXPECT_EQ(reason(R"({"items":[{"title":)", Expect::feed), "the feed is cut or broken: it is no valid JSON");
  EXPECT_EQ(reason(std::string(100'000, '['), Expect::feed), "the JSON nests too deep for a feed");
}

TEST(JsonFeed, HalfACharacterCostsOnlyItself) {
  EXPECT_EQ(read_item(jsonfeed(R"({"title":"Chợ \ud83d phiên \\ud83d \ud83c\udf38"})")).title,
            "Chợ phiên \\ud83d \U0001F338");
}

}  // namespace
}  // namespace lobby::content
