#include "playlist/mood.h"

#include <gmock/gmock.h>

namespace lobby::playlist {
namespace {

using namespace std::chrono;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr WallTime begins = sys_days(2026y / November / 30) + 17h;
constexpr WallTime ends = sys_days(2026y / December / 2) + 17h;
constexpr WallTime during = sys_days(2026y / December / 1) + 5h;

/// A house with a festive day, a photo and news, and two days of mourning to come.
class MoodTest : public testing::Test {
 protected:
  MoodTest() {
    config.mourning = config::Mourning{"Quốc tang đồng chí Nguyễn Văn Mẫu", {}, begins, ends};
    config.playlist = {{config::PlaylistKind::notices, 0},
                       {config::PlaylistKind::anniversaries, 0},
                       {config::PlaylistKind::headlines, 0},
                       {config::PlaylistKind::photos, 0},
                       {config::PlaylistKind::headline_list, 0}};
    config.anniversaries = {{"Ngày hội", 1976y / December / 1}};
    snapshot.headlines = {{"1", "Tin 1", {}, {}, {}, std::nullopt, {{"a", {}, "/a.jpg", {1600, 1200}}}, "Tin"},
                          {"2", "Tin 2", {}, {}, {}, std::nullopt, {}, "Tin"}};
    snapshot.photos = {{{"b", "Lễ hội", "/b.jpg", {1600, 1200}}, {}, std::nullopt, "Ảnh"}};
  }
  std::vector<std::string> kinds(const Moment& moment) {
    snapshot.config = std::make_shared<const config::Config>(config);
    std::vector<std::string> kinds;
    for (const auto& slide : build_show(snapshot, moment).slides) kinds.emplace_back(slide.kind());
    return kinds;
  }

  config::Config config;
  content::Snapshot snapshot;
};

TEST_F(MoodTest, IsMourningFromTheFirstSecondUntilTheLast) {
  EXPECT_EQ(mood_at(config, {begins - 1s, true}), Mood::normal);
  EXPECT_EQ(mood_at(config, {begins, true}), Mood::mourning);
  EXPECT_EQ(mood_at(config, {ends - 1s, true}), Mood::mourning);
  EXPECT_EQ(mood_at(config, {ends, true}), Mood::normal);
}

TEST_F(MoodTest, WithoutATimeHoldsByItself) {
  config.mourning = config::Mourning();
  EXPECT_EQ(mood_at(config, {during, true}), Mood::mourning);
  EXPECT_EQ(mood_at(config, {during, false}), Mood::mourning);
  config.mourning.reset();
  EXPECT_EQ(mood_at(config, {during, true}), Mood::normal);
}

TEST_F(MoodTest, OnADayOfMourningAmongTheAnniversariesShowsNothingFestiveEither) {
  config.mourning.reset();
  config.anniversaries = {{"Ngày tưởng niệm", 2021y / December / 1}};
  config.anniversaries.front().tone = calendar::Tone::mourning;
  config.placards.welcomes = {{"Đoàn khách", {}}};
  config.playlist.push_back({config::PlaylistKind::welcomes, 0});
  EXPECT_THAT(kinds({during, true}), ElementsAre("anniversary", "headline", "headline", "headline-list"));
  EXPECT_THAT(kinds({during + 48h, true}), ElementsAre("headline", "headline", "photo", "headline-list", "welcome"));
}

TEST_F(MoodTest, InMourningShowsTheSlideOfMourningAndNewsWithoutPictures) {
  EXPECT_THAT(kinds({during, true}), ElementsAre("mourning", "headline", "headline", "headline-list"));
  for (const auto& slide : build_show(snapshot, {during, true}).slides) EXPECT_EQ(slide.picture(), nullptr);
  EXPECT_THAT(kinds({ends, true}), ElementsAre("anniversary", "headline", "headline", "photo", "headline-list"));
}

TEST_F(MoodTest, InMourningADayOfMourningHangs) {
  config.anniversaries = {{"Giỗ", 1976y / December / 1, calendar::Tone::mourning}};
  EXPECT_THAT(kinds({during, true}), ElementsAre("mourning", "anniversary", "headline", "headline", "headline-list"));
}

TEST_F(MoodTest, WithAClockThatIsNotBelievedShowsNothingFestiveButDoesNotMourn) {
  EXPECT_EQ(mood_at(config, {during, false}), Mood::normal);
  EXPECT_THAT(kinds({during, false}), ElementsAre("headline", "headline", "headline-list"));
  EXPECT_THAT(mourning_slides(config, {during, false}), IsEmpty());
}

TEST_F(MoodTest, WithoutATextHasNoSlideOfItsOwn) {
  config.mourning->text.clear();
  EXPECT_THAT(kinds({during, true}), ElementsAre("headline", "headline", "headline-list"));
}

TEST_F(MoodTest, AnUrgentNoticeOverridesMourningToo) {
  config.notices = {{"Sơ tán", {}, std::nullopt, std::nullopt, true}};
  EXPECT_THAT(kinds({during, true}), ElementsAre("notice"));
  EXPECT_EQ(build_show(snapshot, {during, true}).slides.front().title(), "Sơ tán");
}

TEST_F(MoodTest, ANoticeThatCameByItselfEndsBySteadyTimeWhateverTheClockSays) {
  snapshot.arrived = {{{"Sơ tán", {}, std::nullopt, std::nullopt, true}, SteadyTime(100s)}};
  for (const bool believed : {true, false}) {
    EXPECT_THAT(kinds({during, believed, SteadyTime(99s)}), ElementsAre("notice"));
    EXPECT_TRUE(is_overridden(snapshot, {during, believed, SteadyTime(99s)}));
    EXPECT_EQ(arrived_end(snapshot, {during, believed, SteadyTime(99s)}), SteadyTime(100s));
    EXPECT_FALSE(is_overridden(snapshot, {during, believed, SteadyTime(100s)}));
    EXPECT_EQ(arrived_end(snapshot, {during, believed, SteadyTime(100s)}), std::nullopt);
  }
}

TEST_F(MoodTest, ChangesTheShowAtItsEdges) {
  snapshot.config = std::make_shared<const config::Config>(config);
  EXPECT_EQ(changes_at(snapshot, {begins - 1h, true}), begins);
  EXPECT_EQ(changes_at(snapshot, {ends - 1h, true}), ends);
}

}  // namespace
}  // namespace lobby::playlist
