#include "playlist/show.h"

#include <gmock/gmock.h>

#include "playlist/turn.h"

namespace lobby::playlist {
namespace {

using namespace std::chrono;
using config::PlaylistKind;
using testing::ElementsAre;

constexpr WallTime midday = sys_days(2024y / July / 24) + 5h;

content::Headline story(const std::string& id) { return {id, "Tin " + id, {}, {}, {}, std::nullopt, {}, "Tin"}; }

content::Photo picture(const std::string& url) {
  return {{url, "Ảnh " + url, "/media/" + url, {1600, 1200}}, {}, std::nullopt, "Ảnh"};
}

/// A snapshot under construction.
struct Holding {
  config::Config config;
  content::Snapshot snapshot;

  Holding() {
    config.playlist = {{PlaylistKind::anniversaries, 0},
                       {PlaylistKind::headlines, 2},
                       {PlaylistKind::photos, 1},
                       {PlaylistKind::headline_list, 0}};
  }
  Show show(Moment moment = {midday, true}) {
    snapshot.config = std::make_shared<const config::Config>(config);
    return build_show(snapshot, moment);
  }
  std::optional<WallTime> changes(WallTime time) {
    snapshot.config = std::make_shared<const config::Config>(config);
    return changes_at(snapshot, {time, true});
  }
};

std::vector<std::string> ids_of(const Show& show) {
  std::vector<std::string> ids;
  for (const auto index : show.order) ids.push_back(show.slides[index].id);
  return ids;
}

TEST(Show, WithoutContentIsOneStandbySlide) { EXPECT_THAT(ids_of(Holding().show()), ElementsAre("standby")); }

TEST(Show, RepeatsThePlaylistUntilEveryHeadlineAndPhotoHadItsTurn) {
  Holding content;
  content.snapshot.headlines = {story("1"), story("2"), story("3")};
  content.snapshot.photos = {picture("a"), picture("b")};
  EXPECT_THAT(ids_of(content.show()), ElementsAre("headline:Tin:1", "headline:Tin:2", "photo:a", "headline-list",
                                                  "headline:Tin:3", "headline:Tin:1", "photo:b", "headline-list"));
}

TEST(Show, HoldsEachSlideOnce) {
  Holding content;
  content.snapshot.headlines = {story("1"), story("2"), story("3")};
  EXPECT_EQ(content.show().slides.size(), 4U);
}

TEST(Show, NeverGivesTheSameSlideTwoTurnsInARow) {
  Holding content;
  content.config.playlist = {{PlaylistKind::headlines, 1}, {PlaylistKind::photos, 1}};
  content.snapshot.headlines = {story("1")};
  content.snapshot.photos = {picture("a"), picture("b"), picture("c")};
  const Show show = content.show();
  for (std::size_t position = 0; position < show.order.size(); ++position) {
    EXPECT_NE(show.order[position], show.order[next_position(show, position)]);
  }
}

TEST(Show, LeavesOutPhotosThatAreNotHereYet) {
  Holding content;
  content.snapshot.photos = {picture("a"), picture("b")};
  content.snapshot.photos[0].image.file.clear();
  EXPECT_THAT(ids_of(content.show()), ElementsAre("photo:b"));
}

TEST(Show, AListNeedsTwoHeadlines) {
  Holding content;
  content.snapshot.headlines = {story("1")};
  EXPECT_THAT(ids_of(content.show()), ElementsAre("headline:Tin:1"));
}

TEST(Show, CelebratesTheJointAnniversaryOfTheDay) {
  Holding content;
  content.config.anniversaries = {{"Ngày truyền thống lực lượng An ninh nhân dân", 1946y / July / 12},
                                  {"Ngày truyền thống lực lượng Cảnh sát nhân dân", 1962y / July / 20}};
  const Show show = content.show();
  ASSERT_EQ(show.slides.size(), 1U);
  EXPECT_EQ(show.slides[0].kind(), "anniversary");
  EXPECT_EQ(show.slides[0].title(),
            "Chào mừng kỷ niệm 78 năm Ngày truyền thống lực lượng An ninh nhân dân (12/7/1946 - 12/7/2024) và 62 năm "
            "Ngày truyền thống lực lượng Cảnh sát nhân dân (20/7/1962 - 20/7/2024)");
}

TEST(Show, CountsTheDaysUntilAnAnniversaryThatAsksForIt) {
  Holding content;
  content.config.anniversaries = {
      {.name = "Quốc khánh", .day = 1945y / September / 2, .window = calendar::Window{0, 0}, .countdown = 40}};
  const Show show = content.show();
  ASSERT_EQ(show.slides.size(), 1U);
  EXPECT_EQ(show.slides[0].kind(), "anniversary");
  EXPECT_EQ(show.slides[0].title(), "Còn 40 ngày đến Quốc khánh (2/9/1945 - 2/9/2024)");
  // At midnight in Việt Nam, not in Greenwich.
  EXPECT_EQ(content.show({sys_days(2024y / July / 24) + 17h, true}).slides[0].title(),
            "Còn 39 ngày đến Quốc khánh (2/9/1945 - 2/9/2024)");
  EXPECT_THAT(ids_of(content.show({sys_days(2024y / September / 2), true})),
              ElementsAre("anniversary:Chào mừng kỷ niệm 79 năm Quốc khánh (2/9/1945 - 2/9/2024)"));
  EXPECT_THAT(ids_of(content.show({sys_days(2024y / September / 3), true})), ElementsAre("standby"));
  EXPECT_THAT(ids_of(content.show({midday, false})), ElementsAre("standby"));
}

TEST(Show, WithoutAKnownDateShowsNothingThatDependsOnOne) {
  Holding content;
  content.config.anniversaries = {{"Ngày truyền thống lực lượng An ninh nhân dân", 1946y / July / 12}};
  content.config.playlist.push_back({PlaylistKind::notices, 0});
  content.config.notices = {{"Có hạn", {}, midday - 1h, midday + 1h, false},
                            {"Không hạn", {}, std::nullopt, std::nullopt, false}};
  EXPECT_THAT(ids_of(content.show({midday, false})), ElementsAre("notice:Không hạn"));
}

TEST(Show, ANoticeShowsFromItsBeginningUntilBeforeItsEnd) {
  Holding content;
  content.config.playlist = {{PlaylistKind::notices, 0}};
  content.config.notices = {{"Họp", {}, midday, midday + 1h, false}};
  EXPECT_THAT(ids_of(content.show({midday - 1s, true})), ElementsAre("standby"));
  EXPECT_THAT(ids_of(content.show({midday, true})), ElementsAre("notice:Họp"));
  EXPECT_THAT(ids_of(content.show({midday + 1h, true})), ElementsAre("standby"));
}

TEST(Show, AnUrgentNoticeStandsAloneWhileItLasts) {
  Holding content;
  content.snapshot.headlines = {story("1"), story("2")};
  content.config.notices = {{"Bão số 2", {}, std::nullopt, midday + 1h, true}};
  EXPECT_THAT(ids_of(content.show()), ElementsAre("notice:Bão số 2"));
  EXPECT_EQ(content.show({midday + 1h, true}).order.size(), 3U);
}

TEST(Show, ChangesAtTheNextEdgeOfANoticeOrAtMidnight) {
  Holding content;
  content.config.notices = {{"Họp", {}, midday + 10min, midday + 1h, false}};
  EXPECT_EQ(content.changes(midday), midday + 10min);
  EXPECT_EQ(content.changes(midday + 10min), midday + 1h);
  EXPECT_EQ(content.changes(midday + 1h), midday + 12h);
}

TEST(Show, TellsApartStoriesOfAFeedThatHasOneIdForAll) {
  Holding content;
  content.snapshot.headlines = {story("x"), story("x")};
  content.snapshot.headlines[0].link = "https://a.vn/1";
  content.snapshot.headlines[1].link = "https://a.vn/2";
  content.config.playlist = {{PlaylistKind::headlines, 0}};
  EXPECT_THAT(ids_of(content.show()), ElementsAre("headline:Tin:x", "headline:Tin:x:https://a.vn/2"));
}

TEST(Show, LeavesOutWhatHasExpiredUnlessTheClockIsNotKnown) {
  Holding content;
  content.snapshot.headlines = {story("1"), story("2")};
  content.snapshot.photos = {picture("a")};
  content.snapshot.headlines[0].expires = midday + 1h;
  content.snapshot.photos[0].expires = midday + 2h;
  EXPECT_EQ(content.changes(midday), midday + 1h);
  EXPECT_EQ(content.show({midday + 1h - 1s}).slides.size(), 4U);
  EXPECT_THAT(ids_of(content.show({midday + 1h})), ElementsAre("headline:Tin:2", "photo:a"));
  EXPECT_EQ(content.changes(midday + 1h), midday + 2h);
  EXPECT_THAT(ids_of(content.show({midday + 2h})), ElementsAre("headline:Tin:2"));
  EXPECT_EQ(content.show({midday + 2h, false}).slides.size(), 4U);
}

struct DwellCase {
  int words;
  milliseconds expected;
};

TEST(Dwell, IsTheTimeItTakesToRead) {
  for (const auto& [words, expected] :
       {DwellCase{0, 6s}, DwellCase{11, 6s}, DwellCase{20, 8500ms}, DwellCase{75, 25s}, DwellCase{400, 25s}}) {
    EXPECT_EQ(dwell_for(words, {}), expected) << words;
  }
}

TEST(Dwell, AFixedTimeOverridesReading) {
  config::Dwell dwell;
  dwell.fixed = 3s;
  EXPECT_EQ(dwell_for(400, dwell), 3s);
}

Show show_of(const std::vector<std::string>& ids) {
  Show show;
  for (const auto& id : ids) {
    show.order.push_back(show.slides.size());
    show.slides.push_back({id, StandbySlide{}});
  }
  return show;
}

struct CarryCase {
  std::vector<std::string> before;
  std::size_t position;
  std::vector<std::string> after;
  std::string expected;
};

TEST(Turn, GoesOnWhereItWasInARebuiltShow) {
  const CarryCase cases[] = {
      {{"a", "b", "c"}, 1, {"a", "b", "c"}, "b"}, {{"a", "b", "c"}, 1, {"new", "a", "b", "c"}, "b"},
      {{"a", "b", "c"}, 1, {"a", "c"}, "c"},      {{"a", "b", "c"}, 2, {"a", "b"}, "a"},
      {{"a", "b", "c"}, 1, {"x", "y"}, "x"},
  };
  for (const auto& [before, position, after, expected] : cases) {
    const Show rebuilt = show_of(after);
    const Turn carried = carried_over(show_of(before), {position, {}, 6s}, rebuilt);
    EXPECT_EQ(current_slide(rebuilt, carried).id, expected);
    EXPECT_EQ(carried.dwell, 6s);
  }
}

TEST(Turn, ProgressGoesFromZeroToOne) {
  const Turn turn{0, SteadyTime(10s), 4s};
  EXPECT_EQ(progress(turn, SteadyTime(10s)), 0.0);
  EXPECT_EQ(progress(turn, SteadyTime(11s)), 0.25);
  EXPECT_EQ(progress(turn, SteadyTime(99s)), 1.0);
  EXPECT_EQ(ends_at(turn), SteadyTime(14s));
}

TEST(Codes, StandBesideStoriesWhereTheConfigAsksForThem) {
  content::Snapshot snapshot;
  snapshot.headlines = {{"1", "Tin", "https://portal.example/1", {}, {}, std::nullopt, {}, "Tin tức"}};
  for (const bool asked : {false, true}) {
    auto config = config::parse_config(asked ? "qr: true" : "qr: false", "c.yaml").value.value_or(config::Config());
    snapshot.config = std::make_shared<const config::Config>(std::move(config));
    const auto show = build_show(snapshot, {sys_days(2026y / November / 26), true});
    ASSERT_EQ(show.slides.size(), 1U);
    EXPECT_EQ(std::get<HeadlineSlide>(show.slides[0].what).with_code, asked);
  }
}

}  // namespace
}  // namespace lobby::playlist
