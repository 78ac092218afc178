#include "playlist/arrivals.h"

#include <gmock/gmock.h>

namespace lobby::playlist {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;

config::Config config_of_a_folder() {
  config::Config config;
  config.sources = {{"Ảnh", config::PhotoFolder{"/anh"}}, {"Tin", config::FeedSource{"https://portal.example/rss"}}};
  return config;
}

Slide photo(const std::string& name, const std::string& source = "Ảnh") {
  return {"photo:" + name, PhotoSlide{{{name, "", name, {100, 100}}, {}, std::nullopt, source}}};
}
Slide pair(const std::string& first, const std::string& second) {
  const auto photo_of = [](const std::string& name) { return std::get<PhotoSlide>(photo(name).what).photo; };
  return {"photo-pair:" + first + ":" + second, PhotoPairSlide{photo_of(first), photo_of(second)}};
}
Slide headline(const std::string& id) {
  return {"headline:" + id, HeadlineSlide{{id, "Tin " + id, {}, {}, {}, std::nullopt, {}, "Tin"}}};
}

Show show(std::vector<Slide> slides) {
  Show show{std::move(slides), {}};
  for (std::size_t index = 0; index < show.slides.size(); ++index) show.order.push_back(index);
  return show;
}

/// The ids of the next `count` slides after the first.
std::vector<std::string> played(Arrivals& arrivals, const Show& show, int count, std::size_t position = 0) {
  std::vector<std::string> ids;
  for (; count > 0; --count) {
    const std::size_t next = arrivals.next(show, position);
    arrivals.shown(show, position, next);
    position = next;
    ids.push_back(show.slides[show.order[position]].id);
  }
  return ids;
}

class ArrivalsTest : public testing::Test {
 protected:
  config::Config config = config_of_a_folder();
  Show before = show({headline("1"), headline("2"), headline("3"), photo("a")});
  Arrivals arrivals;
};

TEST_F(ArrivalsTest, WithoutOneTheShowKeepsItsOrder) {
  arrivals.note(before, before, config);
  EXPECT_THAT(played(arrivals, before, 4), ElementsAre("headline:2", "headline:3", "photo:a", "headline:1"));
}

TEST_F(ArrivalsTest, GoBeforeTheOrderWhichThenGoesOnWhereItWasLeft) {
  const Show after = show({headline("1"), headline("2"), headline("3"), photo("a"), photo("b"), photo("c")});
  arrivals.note(before, after, config);
  EXPECT_THAT(played(arrivals, after, 5), ElementsAre("photo:b", "photo:c", "headline:2", "headline:3", "photo:a"));
}

TEST_F(ArrivalsTest, AreOnlyPhotosThatSomeonePutThere) {
  const Show after = show({headline("1"), headline("2"), headline("9"), photo("a"), photo("b", "Tin")});
  arrivals.note(before, after, config);
  EXPECT_THAT(played(arrivals, after, 1), ElementsAre("headline:2"));
}

TEST_F(ArrivalsTest, MayBeHalfOfAPairWhileOldPhotosThatFoundAnotherPartnerWait) {
  const Show paired = show({headline("1"), headline("2"), pair("a", "b"), pair("c", "d")});
  const Show shifted = show({headline("1"), headline("2"), photo("a"), pair("b", "c"), pair("d", "new")});
  arrivals.note(paired, shifted, config);
  EXPECT_THAT(played(arrivals, shifted, 3), ElementsAre("photo-pair:d:new", "headline:2", "photo:a"));
}

TEST_F(ArrivalsTest, StillGoFirstWhereTheyFoundAPartnerWhileTheyWaited) {
  const Show alone = show({headline("1"), headline("2"), photo("a"), photo("b")});
  const Show together = show({headline("1"), headline("2"), pair("a", "b")});
  arrivals.note(before, alone, config);
  arrivals.note(alone, together, config);
  EXPECT_THAT(played(arrivals, together, 2), ElementsAre("photo-pair:a:b", "headline:2"));
}

TEST_F(ArrivalsTest, OfManyOnlyAFewGoFirst) {
  auto slides = before.slides;
  for (int number = 0; number < 40; ++number) slides.push_back(photo("neu" + std::to_string(number)));
  const Show after = show(slides);
  arrivals.note(before, after, config);
  EXPECT_EQ(played(arrivals, after, 6).back(), "headline:2");
}

TEST_F(ArrivalsTest, ThatLeaveAgainAreForgotten) {
  const Show with_it = show({headline("1"), headline("2"), headline("3"), photo("a"), photo("b")});
  arrivals.note(before, with_it, config);
  arrivals.note(with_it, before, config);
  EXPECT_THAT(played(arrivals, before, 1), ElementsAre("headline:2"));
}

TEST_F(ArrivalsTest, ThatCannotBeShownHoldUpNothing) {
  const Show after = show({headline("1"), headline("2"), photo("b")});
  arrivals.note(before, after, config);
  arrivals.drop("photo:b");
  EXPECT_THAT(played(arrivals, after, 1), ElementsAre("headline:2"));
}

TEST_F(ArrivalsTest, CutThePresentSlideShortButNotEachOther) {
  const Show after = show({headline("1"), photo("b"), photo("c")});
  const SteadyTime began{100s};
  EXPECT_EQ(arrivals.ends_at(after, {0, began, 30s}), began + 30s);
  arrivals.note(before, after, config);
  EXPECT_EQ(arrivals.ends_at(after, {0, began, 30s}), began + 2s);
  EXPECT_EQ(arrivals.ends_at(after, {0, began, 1s}), began + 1s);
  arrivals.shown(after, 0, 1);
  EXPECT_EQ(arrivals.ends_at(after, {1, began, 30s}), began + 30s);
}

}  // namespace
}  // namespace lobby::playlist
