#include "content/merge.h"

#include <gmock/gmock.h>

#include "content/snapshot.h"

namespace lobby::content {
namespace {

using testing::ElementsAre;
using namespace std::chrono_literals;

const WallTime now = std::chrono::sys_days(std::chrono::year(2024) / 7 / 24) + 3h;

Headline story(const std::string& title, std::optional<WallTime> published = std::nullopt, const std::string& id = "",
               const std::string& link = "") {
  Headline headline;
  headline.title = title;
  headline.published = published;
  headline.id = id;
  headline.link = link;
  return headline;
}

SourceItems source(const std::string& name, std::vector<Headline> headlines, std::vector<Photo> photos = {}) {
  SourceItems items;
  items.source.name = name;
  items.headlines = std::move(headlines);
  items.photos = std::move(photos);
  return items;
}

std::vector<std::string> titles(const Merged& merged) {
  std::vector<std::string> found;
  for (const Headline& headline : merged.headlines) found.push_back(headline.title);
  return found;
}

std::vector<std::string> photo_urls(const Merged& merged) {
  std::vector<std::string> found;
  for (const Photo& photo : merged.photos) found.push_back(photo.image.url);
  return found;
}

Photo photo(const std::string& url, const std::string& file = "") {
  Photo picture;
  picture.image.url = url;
  picture.image.file = file;
  return picture;
}

TEST(Merge, PutsTheNewestFirstWhateverItsSource) {
  const Merged merged = merge(
      {source("A", {story("một", now - 3h), story("ba", now - 30h)}), source("B", {story("hai", now - 9h)})}, now);
  EXPECT_THAT(titles(merged), ElementsAre("một", "hai", "ba"));
  EXPECT_EQ(merged.headlines[1].source, "B");
}

TEST(Merge, KeepsTheOrderOfTheFeedWithinOneHour) {
  const WallTime hour = now - 3h;
  EXPECT_THAT(
      titles(merge({source("A", {story("một", hour + 7min), story("hai", hour + 7min + 40s), story("ba", hour - 1h)})},
                   now)),
      ElementsAre("một", "hai", "ba"));
}

TEST(Merge, LeavesAStoryWithoutADateWhereItsDocumentHasIt) {
  EXPECT_THAT(
      titles(merge({source("A", {story("đầu"), story("một", now - 3h), story("giữa"), story("cuối", now - 50h)}),
                    source("B", {story("khác", now - 20h)})},
                   now)),
      ElementsAre("đầu", "một", "giữa", "khác", "cuối"));
}

TEST(Merge, PutsASourceWithoutAnyDateLast) {
  EXPECT_THAT(titles(merge({source("A", {story("một"), story("hai")}), source("B", {story("cũ", now - 900h)})}, now)),
              ElementsAre("cũ", "một", "hai"));
}

TEST(Merge, KeepsTheNewestOfEachSourceThatAreNotTooOld) {
  SourceItems items =
      source("A", {story("một", now - 2h), story("hai", now - 5h), story("không ngày"), story("cũ", now - 100h)});
  items.source.max_age = 48h;
  EXPECT_THAT(titles(merge({items}, now)), ElementsAre("một", "hai", "không ngày"));
  items.source.keep = 2;
  EXPECT_THAT(titles(merge({items}, now)), ElementsAre("một", "hai"));
}

TEST(Merge, DropsNothingWhenTheClockSays1970) {
  SourceItems items = source("A", {story("một", now)});
  items.source.max_age = 48h;
  EXPECT_THAT(titles(merge({items}, WallTime())), ElementsAre("một"));
}

struct Twins {
  const char* name;
  Headline newer;
  Headline older;
  std::size_t expected;
};

void PrintTo(const Twins& twins, std::ostream* out) { *out << twins.name; }

class MergeTwins : public testing::TestWithParam<Twins> {};

TEST_P(MergeTwins, AreOneStoryOrTwo) {
  const Merged merged = merge({source("A", {GetParam().older}), source("B", {GetParam().newer})}, now);
  EXPECT_EQ(merged.headlines.size(), GetParam().expected);
  EXPECT_EQ(merged.headlines[0].title, GetParam().newer.title);
}

INSTANTIATE_TEST_SUITE_P(
    Stories, MergeTwins,
    testing::Values(Twins{"SameId", story("Mới", now, "tag:a.vn,2024:7"), story("Cũ", now - 9h, "tag:a.vn,2024:7"), 1},
                    Twins{"SameIdOfTwoPortals", story("Một", now, "news_1234"), story("Hai", now - 9h, "news_1234"), 2},
                    Twins{"SameNumberOfTwoPortals", story("Một", now, "4711"), story("Hai", now - 9h, "4711"), 2},
                    Twins{"SameLink", story("Mới", now, "", "https://a.vn/1?utm_source=x"),
                          story("Cũ", now - 9h, "", "http://www.a.vn/1"), 1},
                    Twins{"SameHomePage", story("Một", now, "", "https://a.vn/"),
                          story("Hai", now - 9h, "", "https://a.vn/"), 2},
                    Twins{"SameTitle", story("Công an tỉnh Vân Lam ra quân “Hòa bình”", now),
                          story("CÔNG AN TỈNH VÂN LAM RA QUÂN \"Hoà bình\"", now - 9h), 1},
                    Twins{"SameTitleThatSaysLittle", story("Ra quân", now), story("Ra quân", now - 9h), 2},
                    Twins{"DifferentStories", story("Một", now), story("Hai", now - 9h), 2}));

TEST(Merge, ShowsAStoryOnceWhenItsTitleWasChanged) {
  EXPECT_THAT(
      titles(merge({source("A", {story("Tiêu đề mới", now - 3h, "7"), story("Tiêu đề cũ", now - 3h, "7")})}, now)),
      ElementsAre("Tiêu đề mới"));
}

TEST(Merge, FillsWhatTheNewerOfTwoLacks) {
  Headline older = story("Ra quân", now - 9h, "", "https://a.vn/1");
  older.summary = "Sáng nay.";
  older.images = {{"https://a.vn/a.jpg", "Lễ"}};
  const Merged merged =
      merge({source("A", {story("Ra quân!", now, "tin 7", "http://a.vn/1")}), source("B", {older})}, now);
  ASSERT_EQ(merged.headlines.size(), 1U);
  EXPECT_EQ(merged.headlines[0].title, "Ra quân!");
  EXPECT_EQ(merged.headlines[0].summary, "Sáng nay.");
  EXPECT_EQ(merged.headlines[0].images, older.images);
}

TEST(Merge, TakesNothingFromAStoryThatOnlyHasItsTitle) {
  const std::string title = "Khai mạc ngày hội văn hóa các dân tộc miền núi";
  Headline older = story(title, now - 9h, "", "https://b.vn/1");
  older.summary = "Sáng nay.";
  older.images = {{"https://b.vn/a.jpg", "Lễ"}};
  const Headline newer = story(title, now, "", "https://a.vn/1");
  const Merged merged = merge({source("A", {newer}), source("B", {older})}, now);
  ASSERT_EQ(merged.headlines.size(), 1U);
  EXPECT_EQ(merged.headlines[0].link, "https://a.vn/1");
  EXPECT_EQ(merged.headlines[0].summary, "");
  EXPECT_TRUE(merged.headlines[0].images.empty());
}

TEST(Merge, ShowsTheObituariesOfTwoDaysEachWithItsOwnTextAndPhoto) {
  Headline yesterday = story("Tin buồn", now - 24h, "2001", "https://a.vn/tin-buon-2001");
  yesterday.summary = "Ông Lê Văn A từ trần.";
  yesterday.images = {{"https://a.vn/a.jpg", "Ông Lê Văn A"}};
  const Headline today = story("Tin buồn", now, "2002", "https://a.vn/tin-buon-2002");
  const Merged merged = merge({source("A", {today, yesterday})}, now);
  ASSERT_EQ(merged.headlines.size(), 2U);
  EXPECT_EQ(merged.headlines[0].summary, "");
  EXPECT_TRUE(merged.headlines[0].images.empty());
  EXPECT_EQ(merged.headlines[1].summary, "Ông Lê Văn A từ trần.");
}

TEST(Merge, ShowsAStoryOnceThatJoinsTwoOthers) {
  const Merged merged = merge({source("A", {story("Một", now, "tag:a.vn,2024:7", "https://a.vn/1")}),
                               source("B", {story("Hai", now - 1h, "", "https://b.vn/1")}),
                               source("C", {story("Ba", now - 2h, "tag:a.vn,2024:7", "https://b.vn/1")})},
                              now);
  EXPECT_THAT(titles(merged), ElementsAre("Một"));
}

TEST(Merge, SaysWhenAnItemExpires) {
  SourceItems items = source("A", {story("một", now - 2h), story("không ngày")});
  items.headlines[0].images = {{"https://a.vn/a.jpg", ""}};
  items.source.max_age = 48h;
  const Merged merged = merge({items}, now);
  EXPECT_EQ(merged.headlines[0].expires, now + 46h);
  EXPECT_EQ(merged.headlines[1].expires, std::nullopt);
  EXPECT_EQ(merged.photos[0].expires, now + 46h);
}

TEST(Merge, LetsNothingExpireByAClockThatIsNotKnown) {
  SourceItems items = source("A", {story("mai sau", now + 90000h), story("một", now - 900h)});
  items.source.max_age = 48h;
  EXPECT_THAT(titles(merge({items}, unknown_now)), ElementsAre("mai sau", "một"));
}

TEST(Merge, TakesADateFarAheadForNone) {
  SourceItems items = source("A", {story("một", now - 2h), story("năm 2035", now + 90000h), story("ba", now - 5h)});
  items.source.max_age = 48h;
  const Merged merged = merge({source("B", {story("hôm nay", now)}), items}, now);
  EXPECT_THAT(titles(merged), ElementsAre("hôm nay", "một", "năm 2035", "ba"));
  EXPECT_EQ(merged.headlines[2].expires, std::nullopt);
}

TEST(Merge, MakesPhotosOfThePicturesInArticles) {
  Headline headline = story("Ra quân", now - 3h);
  headline.images = {{"https://a.vn/a.jpg", "Lễ"}, {"https://a.vn/b.jpg", ""}};
  const Merged merged = merge({source("A", {headline})}, now);
  ASSERT_EQ(merged.photos.size(), 2U);
  EXPECT_EQ(merged.photos[0], (Photo{{"https://a.vn/a.jpg", "Lễ"}, "Ra quân", now - 3h, "A"}));
}

TEST(Merge, MakesNoPhotosWhereArticlesAreNotRead) {
  Headline headline = story("Ra quân", now - 3h);
  headline.images = {{"https://a.vn/a.jpg", ""}};
  SourceItems items = source("A", {headline});
  items.source.articles = false;
  EXPECT_TRUE(merge({items}, now).photos.empty());
}

TEST(Merge, ShowsTheSamePictureOnceAndKeepsItsCaption) {
  Headline first = story("Một", now);
  first.images = {{"https://a.vn/a.jpg", ""}};
  Headline second = story("Hai", now - 9h);
  second.images = {{"http://www.a.vn/a.jpg", "Lễ khai mạc"}};
  const Merged merged =
      merge({source("A", {first, second}), source("B", {}, {photo("/srv/1.jpg", "x"), photo("/srv/2.jpg", "x")})}, now);
  EXPECT_THAT(photo_urls(merged), ElementsAre("https://a.vn/a.jpg", "/srv/1.jpg"));
  EXPECT_EQ(merged.photos[0].image.caption, "Lễ khai mạc");
}

TEST(Merge, OfNothingIsNothing) { EXPECT_EQ(merge({}, now), Merged()); }

TEST(Snapshot, IsEmptyBeforeTheFirstFetch) { EXPECT_FALSE(Snapshot().updated); }

TEST(Merge, SaysNothingTwice) {
  Headline repeated = story("Khai mạc hội chợ xuân");
  repeated.summary = "Khai mạc Hội chợ xuân.";
  Headline cut = story("Sáng nay trên quảng trường…");
  cut.summary = "Sáng nay trên quảng trường, hội chợ xuân mở cửa.";
  const Merged merged = merge({source("A", {repeated, cut})}, now);
  EXPECT_EQ(merged.headlines[0].summary, "");
  EXPECT_EQ(merged.headlines[1].summary, "…hội chợ xuân mở cửa.");
}

}  // namespace
}  // namespace lobby::content
