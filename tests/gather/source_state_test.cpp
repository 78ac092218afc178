#include "gather/source_state.h"

#include <gmock/gmock.h>

#include "feed_source.h"
#include "gather/news_reader.h"

namespace lobby::gather {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr WallTime now = WallTime(std::chrono::days(20'010));

content::Headline story(const std::string& number) {
  content::Headline headline;
  headline.id = headline.link = "https://portal.example/tin/" + number + ".html";
  headline.title = "Tin thứ " + number + " trong ngày";
  return headline;
}

SourceState source_of(const std::string& rules, std::vector<content::Headline> headlines) {
  SourceState source;
  source.spec = feed_source(rules);
  choose(source, std::move(headlines), now);
  return source;
}

std::vector<std::string> links_of(const std::vector<content::Headline>& headlines) {
  std::vector<std::string> links;
  for (const auto& headline : headlines) links.push_back(headline.link.substr(headline.link.rfind('/') + 1));
  return links;
}

TEST(SourceState, SendsOnlyForArticlesOfStoriesThatTheRulesLetThrough) {
  const auto source = source_of(", keep: 2, include: {words: [\"thứ 3\", \"thứ 4\", \"thứ 5\"]}",
                                {story("1"), story("2"), story("3"), story("4"), story("5")});
  EXPECT_THAT(links_of(source.shown), ElementsAre("3.html", "4.html"));
}

TEST(SourceState, TakesTheNewestWhereTheFeedBeginsWithTheOldest) {
  std::vector<content::Headline> headlines;
  for (int day = 1; day <= 5; ++day) {
    headlines.push_back(story(std::to_string(day)));
    headlines.back().published = WallTime(std::chrono::days(20'000 + day));
  }
  EXPECT_THAT(links_of(source_of(", keep: 2", headlines).shown), ElementsAre("5.html", "4.html"));
}

TEST(SourceState, ForgetsTheArticlesOfStoriesThatLeft) {
  auto source = source_of("", {story("1"), story("2")});
  source.articles[story("1").link] = story("1");
  EXPECT_TRUE(choose(source, {story("2")}, now));
  EXPECT_THAT(source.articles, IsEmpty());
}

TEST(SourceState, KeepsOfAFeedOnlyWhatIsShown) {
  EXPECT_THAT(source_of(", keep: 1", {story("1"), story("2")}).headlines, IsEmpty());
}

TEST(SourceState, KeepsAllWherePeopleChoose) {
  const auto source = source_of(", keep: 1, hold: true", {story("1"), story("2")});
  EXPECT_THAT(links_of(source.headlines), ElementsAre("1.html", "2.html"));
  EXPECT_THAT(source.shown, IsEmpty());
}

TEST(SourceState, SeesNothingNewInAFeedThatShowsTheSame) {
  auto source = source_of(", keep: 2", {story("1"), story("2"), story("3")});
  EXPECT_FALSE(choose(source, {story("1"), story("2"), story("4")}, now));
  EXPECT_TRUE(choose(source, {story("1"), story("4"), story("2")}, now));
  EXPECT_THAT(links_of(source.shown), ElementsAre("1.html", "4.html"));
}

TEST(SourceState, SeesThatAHeldStoryIsNew) {
  auto source = source_of(", hold: true", {story("1")});
  EXPECT_FALSE(choose(source, {story("1")}, now));
  EXPECT_TRUE(choose(source, {story("1"), story("2")}, now));
}

TEST(SourceState, SaysWhatTheNewestVersionOfAnArticleSaysAndNothingOfTheOneBefore) {
  auto source = source_of("", {story("1")});
  content::Headline& article = source.articles[story("1").link] = story("1");
  article.images = {{"https://portal.example/sai.jpg", "Ảnh sai người"}};
  article.summary = "Lời dẫn cũ";
  EXPECT_EQ(completed(source).front().images.front().caption, "Ảnh sai người");
  article.images = {{"https://portal.example/dung.jpg", "Ảnh đã sửa"}};
  article.summary = "Lời dẫn mới";
  EXPECT_EQ(completed(source).front().images.size(), 1U);
  EXPECT_EQ(completed(source).front().images.front().caption, "Ảnh đã sửa");
  EXPECT_EQ(completed(source).front().summary, "Lời dẫn mới");
}

TEST(SourceState, AsksWhetherItChangedOnlyAtTheAddressThatAnswered) {
  auto source = source_of("", {story("1")});
  source.location = "https://portal.example/";
  know(source, source.location, {.bytes = "x", .etag = "\"1\""}, SteadyTime(), true);
  EXPECT_EQ(request_for(source).etag, "\"1\"");
  source.feed = "https://portal.example/rss.xml";
  EXPECT_EQ(request_for(source).url, source.feed);
  EXPECT_EQ(request_for(source).etag, "");
}

TEST(LinkedFeed, CoversAPageWhoseStoriesAreInIt) {
  content::Reading feed;
  feed.format = content::Format::rss;
  feed.items = {story("1"), story("2"), story("7")};
  EXPECT_TRUE(covers(feed, {story("1"), story("2"), story("3")}));
  EXPECT_FALSE(covers(feed, {story("1"), story("4"), story("5")}))
      << "the feed of all the portal, the page of one section";
  feed.format = content::Format::page;
  EXPECT_FALSE(covers(feed, {story("1"), story("2")}));
}

}  // namespace
}  // namespace lobby::gather
