#include "playlist/photos.h"

#include <gmock/gmock.h>

namespace lobby::playlist {
namespace {

using namespace std::chrono;
using config::PlaylistKind;
using testing::ElementsAre;

constexpr Size tall{1200, 1800};
constexpr Size broad{1800, 1200};

content::Photo sized(const std::string& url, Size size, const std::string& source = "Ảnh") {
  return {{url, "Ảnh " + url, "/media/" + url, size}, {}, std::nullopt, source};
}

content::Headline story(const std::string& id, int photos) {
  content::Headline made{id, "Tin " + id, {}, {}, {}, std::nullopt, {}, "Tin"};
  for (int image = 1; image <= photos; ++image) {
    const std::string name = id + std::to_string(image);
    made.images.push_back({name, {}, "/media/" + name, broad});
  }
  return made;
}

/// A show of photos.
class Photos : public testing::Test {
 protected:
  Photos() { config.playlist = {{PlaylistKind::photos}}; }
  std::vector<std::string> sequence(Orientation screen = Orientation::landscape) {
    snapshot.config = std::make_shared<const config::Config>(config);
    const Show show = build_show(snapshot, {sys_days(2024y / July / 24), true}, screen);
    std::vector<std::string> ids;
    for (const std::size_t slide : show.order) ids.push_back(show.slides[slide].id);
    return ids;
  }

  config::Config config;
  content::Snapshot snapshot;
};

TEST_F(Photos, OfTheOtherOrientationStandInPairs) {
  snapshot.photos = {sized("a", tall), sized("b", tall), sized("c", broad), sized("d", broad)};
  EXPECT_THAT(sequence(), ElementsAre("photo-pair:a:b", "photo:c", "photo:d"));
  EXPECT_THAT(sequence(Orientation::portrait), ElementsAre("photo:a", "photo:b", "photo-pair:c:d"));
}

TEST_F(Photos, ThatDoNotFollowEachOtherStandAlone) {
  snapshot.photos = {sized("a", tall), sized("b", broad), sized("c", tall)};
  EXPECT_THAT(sequence(), ElementsAre("photo:a", "photo:b", "photo:c"));
}

TEST_F(Photos, OfTwoSourcesStandAlone) {
  snapshot.photos = {sized("a", tall), sized("b", tall, "Khác")};
  EXPECT_THAT(sequence(), ElementsAre("photo:a", "photo:b"));
}

TEST_F(Photos, ASquareOneStandsAlone) {
  snapshot.photos = {sized("a", {1000, 1000}), sized("b", {1000, 1000})};
  EXPECT_THAT(sequence(), ElementsAre("photo:a", "photo:b"));
  EXPECT_THAT(sequence(Orientation::portrait), ElementsAre("photo:a", "photo:b"));
}

TEST_F(Photos, ANewOnePartsNoPair) {
  snapshot.photos = {sized("a", tall), sized("b", tall)};
  EXPECT_THAT(sequence(), ElementsAre("photo-pair:a:b"));
  snapshot.photos.insert(snapshot.photos.begin(), sized("new", tall));
  EXPECT_THAT(sequence(), ElementsAre("photo:new", "photo-pair:a:b"));
}

TEST_F(Photos, APairSaysWhatBothSay) {
  const auto slides =
      paired({{"1", PhotoSlide{sized("a", tall)}}, {"2", PhotoSlide{sized("b", tall)}}}, Orientation::landscape);
  ASSERT_EQ(slides.size(), 1U);
  EXPECT_EQ(slides[0].kind(), "photo-pair");
  EXPECT_EQ(slides[0].title(), "Ảnh a · Ảnh b");
  EXPECT_EQ(slides[0].source(), "Ảnh");
  EXPECT_EQ(slides[0].picture()->url, "a");
}

TEST_F(Photos, OfOneStoryFollowEachOtherAsASeries) {
  config.playlist = {{PlaylistKind::series, 1}, {PlaylistKind::headlines, 1}};
  snapshot.headlines = {story("x", 2), story("y", 1), story("z", 3)};
  EXPECT_THAT(sequence(),
              ElementsAre("series:Tin:x:x1", "series:Tin:x:x2", "headline:Tin:x", "series:Tin:z:z1", "series:Tin:z:z2",
                          "series:Tin:z:z3", "headline:Tin:y", "series:Tin:x:x1", "series:Tin:x:x2", "headline:Tin:z"));
}

TEST_F(Photos, OfASeriesKnowTheirPlace) {
  snapshot.headlines = {story("x", 3)};
  snapshot.headlines[0].images[1].file.clear();
  const auto all = series_of(snapshot, {sys_days(2024y / July / 24), true});
  ASSERT_EQ(all.size(), 1U);
  ASSERT_EQ(all[0].size(), 2U);
  const auto& last = std::get<PhotoSlide>(all[0][1].what);
  EXPECT_EQ(last.place, 2);
  EXPECT_EQ(last.count, 2);
  EXPECT_EQ(last.photo.title, "Tin x");
  EXPECT_EQ(all[0][1].kind(), "photo");
}

TEST_F(Photos, OfAStoryThatHasExpiredAreNoSeries) {
  const WallTime now = sys_days(2024y / July / 24);
  snapshot.headlines = {story("x", 3)};
  snapshot.headlines[0].expires = now;
  EXPECT_TRUE(series_of(snapshot, {now, true}).empty());
  EXPECT_EQ(series_of(snapshot, {now, false}).size(), 1U);
}

TEST_F(Photos, HaveNoPlaceInMourning) {
  config.playlist = {{PlaylistKind::photos}, {PlaylistKind::series}};
  config.mourning = config::Mourning();
  snapshot.photos = {sized("a", tall), sized("b", tall)};
  snapshot.headlines = {story("x", 2)};
  EXPECT_THAT(sequence(), ElementsAre("standby"));
}

}  // namespace
}  // namespace lobby::playlist
