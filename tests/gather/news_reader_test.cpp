#include "gather/news_reader.h"

#include <gmock/gmock.h>

#include "base/format.h"
#include "content/merge.h"
#include "feed_source.h"

namespace lobby::gather {
namespace {

using testing::Each;
using testing::SizeIs;

constexpr WallTime read_at = WallTime(std::chrono::days(20'010));

/// So many stories, each so many times in a row, under a guid of its own.
content::Document feed(int stories, int times) {
  std::string items;
  for (int index = 0; index < stories * times; ++index) {
    const int story = index / times;
    items +=
        format("<item><guid>{}</guid><title>Tin thứ {} trong ngày</title><link>https://portal.example/{}</link></item>",
               index, story, story);
  }
  return {"<rss version=\"2.0\"><channel><title>Tin</title>" + items + "</channel></rss>", {}, {}};
}

TEST(NewsReader, KeepsOfALongFeedWhatCanComeToTheScreenAndSomeMore) {
  const auto reading = news_in(feed(500, 1), feed_source(", keep: 40"), true, read_at);
  ASSERT_TRUE(reading) << reading.error().message;
  EXPECT_THAT(reading->items, SizeIs(52));
  EXPECT_EQ(reading->items.front().title, "Tin thứ 0 trong ngày");
  EXPECT_THAT(reading->items, Each(testing::Field(&content::Headline::source, "Tin")));
}

/// Portals name a story under each of its headings; the twins must not take the place of others.
TEST(NewsReader, AFeedThatNamesEachStoryTwiceStillFillsItsPlaces) {
  const auto source = feed_source("");
  const auto reading = news_in(feed(100, 2), source, true, read_at);
  ASSERT_TRUE(reading) << reading.error().message;
  EXPECT_THAT(content::merge({{source, reading->items, {}}}, read_at).headlines, SizeIs(source.keep));
}

TEST(NewsReader, AFeedOutOfWhichRulesChooseStaysWhole) {
  for (const char* rules : {", include: {words: [ngày]}", ", exclude: {words: [thứ 3]}", ", hold: true"}) {
    const auto reading = news_in(feed(300, 1), feed_source(rules), true, read_at);
    ASSERT_TRUE(reading) << rules << reading.error().message;
    EXPECT_THAT(reading->items, SizeIs(300)) << rules;
  }
}

}  // namespace
}  // namespace lobby::gather
