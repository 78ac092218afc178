#include <gmock/gmock.h>

#include <set>

#include "playlist/show.h"
#include "playlist/turn.h"

namespace lobby::playlist {
namespace {

using namespace std::chrono;
using config::PlaylistKind;
using testing::ElementsAre;

/// Seven o'clock in Việt Nam on a Thursday.
constexpr WallTime seven = sys_days(2026y / November / 26);

/// Four stories of two sources and two photos; photos alone from 11:30.
struct Content {
  config::Config config;
  content::Snapshot snapshot;

  Content() {
    config.playlist = {{PlaylistKind::headlines}};
    config.sources = {{"A", config::FeedSource{"a.xml"}}, {"B", config::FeedSource{"b.xml"}}};
    config.programmes = {
        {.name = "Trưa", .when = {.hours = {{11h + 30min, 13h}}}, .playlist = {{PlaylistKind::photos}}}};
    for (const char* id : {"1", "2", "3", "4"}) {
      const std::string source = id[0] < '3' ? "A" : "B";
      snapshot.headlines.push_back({id, std::string("Tin ") + id, {}, {}, {}, std::nullopt, {}, source});
    }
    for (const char* url : {"a", "b"}) {
      snapshot.photos.push_back({{url, {}, std::string("/media/") + url, {1600, 1200}}, {}, std::nullopt, "A"});
    }
  }
  Show show(Moment moment = {seven, true}) {
    snapshot.config = std::make_shared<const config::Config>(config);
    return build_show(snapshot, moment);
  }
};

std::vector<std::string> sequence(const Show& show) {
  std::vector<std::string> ids;
  for (const auto index : show.order) ids.push_back(show.slides[index].id);
  return ids;
}

TEST(Programme, GivesItsPlaylistToTheShow) {
  Content content;
  EXPECT_THAT(sequence(content.show({seven + 5h, true})), ElementsAre("photo:a", "photo:b"));
  EXPECT_EQ(content.show().slides.size(), 4U);
  EXPECT_EQ(content.show({seven + 5h, false}).slides.size(), 4U);
}

TEST(Programme, EndsTheShowAtItsEdges) {
  Content content;
  content.show();
  EXPECT_EQ(changes_at(content.snapshot, {seven, true}), seven + 4h + 30min);
  EXPECT_EQ(changes_at(content.snapshot, {seven + 5h, true}), seven + 6h);
  EXPECT_EQ(changes_at(content.snapshot, {seven + 7h, true}), seven + 17h);
}

TEST(Programme, ATurnGoesOnWhereTheNextShowHasItsSlide) {
  Content content;
  content.config.programmes[0].playlist = {{PlaylistKind::photos}, {PlaylistKind::headlines}};
  const Show morning = content.show();
  const Show noon = content.show({seven + 5h, true});
  const Turn turn = carried_over(morning, {2, SteadyTime(), 8s}, noon);
  EXPECT_EQ(current_slide(noon, turn).id, "headline:B:3");
}

TEST(Steps, TakeStoriesOfTheSourcesThatTheyName) {
  Content content;
  content.config.playlist = {{PlaylistKind::headlines, 1, {"B"}},
                             {PlaylistKind::headlines, 1, {"A"}},
                             {PlaylistKind::headline_list, 0, {"B"}}};
  EXPECT_THAT(sequence(content.show()), ElementsAre("headline:B:3", "headline:A:1", "headline-list:B", "headline:B:4",
                                                    "headline:A:2", "headline-list:B"));
}

TEST(Steps, ASourceOfDoubleWeightHasTwiceTheTurns) {
  Content content;
  content.config.sources[1].weight = 2;
  const auto order = sequence(content.show());
  EXPECT_EQ(order.size(), 6U);
  EXPECT_EQ(std::ranges::count(order, "headline:B:3"), 2);
  EXPECT_EQ(std::ranges::count(order, "headline:A:1"), 1);
}

TEST(Steps, FreshNewsComeMoreOftenUntilTheyAreNoLongerFresh) {
  Content content;
  content.config.rotation.fresh = {24h, 2};
  content.snapshot.headlines[0].published = seven - 22h;
  const auto order = sequence(content.show());
  EXPECT_EQ(std::ranges::count(order, "headline:A:1"), 2);
  EXPECT_EQ(changes_at(content.snapshot, {seven, true}), seven + 2h);
  EXPECT_EQ(content.show({seven + 2h, true}).order.size(), 4U);
  EXPECT_EQ(content.show({seven, false}).order.size(), 4U);
}

TEST(Steps, ASeedIsAnOrderOfItsOwnInWhichSlidesKeepTheirPlaces) {
  Content content;
  content.config.rotation.seed = 3;
  const auto order = sequence(content.show());
  EXPECT_EQ(order, sequence(content.show()));
  std::set<std::vector<std::string>> orders;
  for (int seed = 0; seed < 10; ++seed) {
    content.config.rotation.seed = seed;
    orders.insert(sequence(content.show()));
  }
  EXPECT_GE(orders.size(), 4U);
  content.config.rotation.seed = 3;
  content.snapshot.headlines.erase(content.snapshot.headlines.begin() + 1);
  auto without = order;
  std::erase(without, "headline:A:2");
  EXPECT_EQ(sequence(content.show()), without);
}

}  // namespace
}  // namespace lobby::playlist
