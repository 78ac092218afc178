#include "show/show_loop.h"

#include <gtest/gtest.h>

#include <set>
#include <thread>

#include "host/version.h"
#include "picture/resample.h"

namespace lobby::show {
namespace {

using namespace std::chrono;

/// A screen that keeps the frames it was shown.
class RememberingScreen final : public stage::Presenter {
 public:
  Size size() const override { return size_; }
  double refresh_rate() const override { return 60; }
  void show(const Canvas& frame, std::optional<Rect>) override { all.push_back(shown = frame); }
  void prepare_transition(const Canvas&, const Canvas&, Colour) override {}
  void lay(const stage::Overlay*) override {}
  void show_overlay() override {}
  void set_offset(stage::Offset place) override { offset = place; }
  void show_moment(std::span<const stage::Patch>) override {}
  bool paced() const override { return false; }
  std::string description() const override { return "a test"; }

  Size size_{640, 360};
  Canvas shown;  ///< The last of them.
  std::vector<Canvas> all;
  stage::Offset offset;
};

/// 24 July 2027, which is after every release's earliest true time.
constexpr Date day = 2027y / July / 24;
const WallTime midnight = sys_days(day) + 17h;  // at UTC+7, to the 25th

/// A show played by a clock that the test moves.
class ShowLoopTest : public testing::Test {
 protected:
  ShowLoopTest() {
    config::Stack stack;
    config::Text& date = stack.texts.emplace_back();
    date.role = "date";
    date.parts = {"{weekday_date}", "{published_relative}"};
    date.face = "body";
    date.least = date.most = 8;
    dress->theme.layouts["headline"].elements = {{{}, stack}};
    dress->theme.layouts["standby"] = dress->theme.layouts["headline"];
    dress->theme.layouts["notice"] = dress->theme.layouts["strip"] = {};
    config.playlist = {{config::PlaylistKind::notices, 0}, {config::PlaylistKind::headlines, 0}};
    config.dwell.fixed = 1h;
    wardrobes.put(std::make_shared<const theme::Wardrobe>(dress));
  }

  void publish(std::vector<content::Headline> headlines) {
    snapshots.put(std::make_shared<content::Snapshot>(std::make_shared<config::Config>(config), std::move(headlines),
                                                      std::vector<content::Photo>(), std::nullopt));
  }

  /// Lets the loop turn for so long.
  void play(seconds time) {
    for (const auto end = clock.steady() + time; clock.steady() < end; clock.advance(1s)) loop.turn(clock);
  }

  /// What the screen would show if the slide had been made at this moment.
  Canvas fresh(const playlist::Slide& slide) {
    const auto surroundings =
        surroundings_of(*snapshots.get(), {clock.wall(), clock.wall() >= host::earliest_true_time});
    return paint_frame(compose(slide, *dress, surroundings, screen.size()), *dress, {}).canvas;
  }

  config::Config config;
  std::shared_ptr<theme::Dress> dress =
      std::make_shared<theme::Dress>(theme::load_dress(LOBBY_SOURCE_DIR, "hq").value());
  theme::WardrobeBox wardrobes;
  ManualClock clock{midnight - 10s, steady_clock::now()};
  RememberingScreen screen;
  SnapshotBox snapshots;
  host::ClockJudge judge{std::nullopt, [] { return true; }};
  DecodeThread decoder{[] {}};
  FrameReport report{clock.steady()};
  ShowLoop loop{screen, wardrobes, snapshots, judge, decoder, report};
};

content::Headline headline(const std::string& id) {
  return {id, "Tin " + id, {}, {}, {}, midnight - 5h, {}, "Tin tức"};
}

TEST_F(ShowLoopTest, AtMidnightASlideThatStandsAloneSaysTheNewDay) {
  publish({});
  const playlist::Slide standby{"standby", playlist::StandbySlide{}};
  play(2s);
  const Canvas before = screen.shown;
  EXPECT_EQ(before, fresh(standby));
  play(12s);
  EXPECT_NE(screen.shown, before);
  EXPECT_EQ(screen.shown, fresh(standby));
}

TEST_F(ShowLoopTest, AtMidnightNewsOfTodayBecomesNewsOfYesterday) {
  publish({headline("1"), headline("2")});
  const playlist::Slide first{"headline:1", playlist::HeadlineSlide{headline("1")}};
  play(2s);
  const Canvas before = screen.shown;
  EXPECT_EQ(before, fresh(first));
  play(12s);
  EXPECT_NE(screen.shown, before);
  EXPECT_EQ(screen.shown, fresh(first));
}

TEST_F(ShowLoopTest, SaysThatTheStandbySlideStandsAndNotWhatStoodBefore) {
  config.notices = {{"Mời vào", {}, std::nullopt, std::nullopt, false}};
  publish({});
  play(2s);
  EXPECT_EQ(loop.on_screen(), "Mời vào");
  config.notices.clear();
  publish({});
  play(20s);
  EXPECT_EQ(loop.on_screen(), "standby");
}

TEST_F(ShowLoopTest, ASlideMadeReadyBeforeMidnightSaysTheNewDayWhenItsTurnComes) {
  config.notices = {{"Mời vào", {}, std::nullopt, std::nullopt, false}};
  config.dwell.fixed = 12s;
  publish({headline("1")});
  play(11s);
  EXPECT_EQ(loop.on_screen(), "Mời vào");
  play(4s);
  EXPECT_EQ(loop.on_screen(), "Tin 1");
  EXPECT_EQ(screen.shown, fresh({"headline:1", playlist::HeadlineSlide{headline("1")}}));
}

TEST_F(ShowLoopTest, AClockThatIsSetRightBringsTheDate) {
  clock.set_wall(host::earliest_true_time - 24h * 365);
  publish({headline("1")});
  const playlist::Slide slide{"headline:1", playlist::HeadlineSlide{headline("1")}};
  play(2s);
  const Canvas before = screen.shown;
  EXPECT_EQ(before, fresh(slide));
  clock.set_wall(midnight - 2h);
  play(2s);
  EXPECT_NE(screen.shown, before);
  EXPECT_EQ(screen.shown, fresh(slide));
}

TEST_F(ShowLoopTest, WhatWasFetchedWhileTheClockWasWrongIsNotOldOnceItIsRight) {
  clock.set_wall(host::earliest_true_time - 24h * 365);
  content::Snapshot fetched;
  fetched.config = std::make_shared<config::Config>(config);
  fetched.updated = Instant(clock);
  clock.advance(10s);
  clock.set_wall(midnight);
  EXPECT_EQ(surroundings_of(fetched, {clock.wall(), true, clock.steady()}).updated, std::nullopt);
  clock.advance(25h);
  const auto aged = surroundings_of(fetched, {clock.wall(), true, clock.steady()}).updated;
  EXPECT_EQ(aged, config.screen.timezone.local(midnight - 10s));
  fetched.updated = Instant(midnight - 72h);
  EXPECT_EQ(surroundings_of(fetched, {midnight, true, {}}).updated, config.screen.timezone.local(midnight - 72h));
}

TEST_F(ShowLoopTest, AClockThatIsSetBackChangesTheDay) {
  publish({headline("1")});
  const playlist::Slide slide{"headline:1", playlist::HeadlineSlide{headline("1")}};
  clock.set_wall(midnight + 1h);
  play(2s);
  EXPECT_EQ(screen.shown, fresh(slide));
  clock.set_wall(midnight - 1h);
  play(2s);
  EXPECT_EQ(screen.shown, fresh(slide));
}

TEST_F(ShowLoopTest, AScreenThatIsHungTheOtherWayUpTurnsTheSlideThatStandsAlone) {
  publish({});
  play(2s);
  const Canvas before = screen.shown;
  config.screen.rotate = 180;
  publish({});
  play(5s);
  EXPECT_EQ(screen.shown, turned(before, 180));
}

TEST_F(ShowLoopTest, AScreenOfAnotherSizeShowsWhatStandsUntilThatIsMadeForIt) {
  publish({});
  play(2s);
  const Canvas before = screen.shown;
  screen.all.clear();
  screen.size_ = {800, 600};
  loop.display_changed();
  play(5s);
  ASSERT_GE(screen.all.size(), 2U);
  const Canvas& first = screen.all.front();
  ASSERT_EQ(first.size(), screen.size());
  EXPECT_EQ(part_of(first, {0, 75, 800, 450}), picture::resampled(before, before.bounds(), {800, 450}));
  EXPECT_EQ(part_of(first, {0, 0, 800, 75}), Canvas({800, 75}));
  EXPECT_EQ(part_of(first, {0, 525, 800, 75}), Canvas({800, 75}));
  EXPECT_EQ(screen.shown, fresh({"standby", playlist::StandbySlide{}}));
}

/// A photo takes real time to be decoded, in which the show may become another one.
class APhotoThatIsMadeAnew : public ShowLoopTest {
 protected:
  APhotoThatIsMadeAnew() {
    config.playlist = {{config::PlaylistKind::photos, 0}};
    save();
    show({"cau"});
    EXPECT_TRUE(comes_true([this] { return loop.on_screen() == "cau"; }));
  }
  void save() { saved = std::make_shared<config::Config>(config); }
  void show(const std::vector<std::string>& names) {
    std::vector<content::Photo> photos;
    for (const auto& name : names) {
      const std::string file = LOBBY_SOURCE_DIR "/deploy/samples/photos/" + name + ".jpg";
      photos.push_back({{file, {}, file, {1920, 1080}}, name, std::nullopt, "Ảnh"});
    }
    snapshots.put(
        std::make_shared<content::Snapshot>(saved, std::vector<content::Headline>(), std::move(photos), std::nullopt));
  }
  /// Another photo comes before the first one is made anew.
  void turn_once_and_show_more() {
    loop.turn(clock);
    ASSERT_TRUE(decoder.busy()) << "it is being made anew";
    show({"cau", "ruong"});
    loop.turn(clock);
  }
  /// Until that is so, for the decoder is not moved by the test's clock.
  bool comes_true(const std::function<bool()>& happens) {
    for (int tries = 0; tries < 2000 && !happens(); ++tries) {
      loop.turn(clock);
      std::this_thread::sleep_for(2ms);
      clock.advance(2ms);
    }
    return happens();
  }
  std::shared_ptr<const config::Config> saved;
};

TEST_F(APhotoThatIsMadeAnew, ForAnotherSizeComesThoughTheShowChangesMeanwhile) {
  screen.size_ = {800, 600};
  loop.display_changed();
  turn_once_and_show_more();
  EXPECT_EQ(part_of(screen.shown, {0, 0, 800, 75}), Canvas({800, 75})) << "what stood, on black";
  EXPECT_TRUE(comes_true([this] { return part_of(screen.shown, {0, 0, 800, 75}) != Canvas({800, 75}); }));
}

TEST_F(APhotoThatIsMadeAnew, ForAScreenThatHangsTheOtherWayUpComesThoughTheShowChangesMeanwhile) {
  const Canvas before = screen.shown;
  config.screen.rotate = 180;
  save();
  show({"cau"});
  turn_once_and_show_more();
  EXPECT_TRUE(comes_true([&] { return screen.shown == turned(before, 180); }));
}

/// What happens while the screen is dark, for nobody turns the loop then.
class AScreenThatIsLitAgain : public ShowLoopTest {
 protected:
  AScreenThatIsLitAgain() {
    config::Notice alarm{"Sơ tán", {}, std::nullopt, midnight + 1h, true};
    config.notices = {alarm};
    publish({headline("1")});
    play(2s);
    EXPECT_EQ(loop.on_screen(), "Sơ tán");
    screen.all.clear();
  }
  void light(seconds after) {
    clock.advance(after);
    loop.display_changed();
    play(5s);
  }
};

TEST_F(AScreenThatIsLitAgain, ShowsWhatStood) {
  const Canvas before = screen.shown;
  light(10min);
  ASSERT_FALSE(screen.all.empty());
  EXPECT_EQ(screen.all.front(), before);
}

TEST_F(AScreenThatIsLitAgain, DoesNotShowWhatHasEnded) {
  const Canvas alarm = screen.shown;
  light(10h);
  EXPECT_EQ(loop.on_screen(), "Tin 1");
  EXPECT_EQ(std::ranges::count(screen.all, alarm), 0);
}

TEST_F(AScreenThatIsLitAgain, InAnotherSizeDoesNotShowWhatHasEndedEither) {
  screen.size_ = {800, 600};
  light(10h);
  ASSERT_FALSE(screen.all.empty());
  EXPECT_EQ(screen.all.front(), fresh({"headline:1", playlist::HeadlineSlide{headline("1")}}));
}

TEST_F(ShowLoopTest, ASlideThatStandsAloneWandersByAPixelAMinute) {
  publish({});
  play(5s);
  EXPECT_EQ(screen.offset, stage::Offset{});
  std::set<std::pair<int, int>> places;
  for (int minute = 0; minute < 12; ++minute) {
    play(60s);
    places.emplace(screen.offset.right, screen.offset.down);
  }
  EXPECT_GE(places.size(), 11U);
}

TEST_F(ShowLoopTest, WithoutAnOrbitThePictureStaysInItsPlace) {
  config.panel_care.orbit = 0;
  publish({});
  play(600s);
  EXPECT_EQ(screen.offset, stage::Offset{});
}

config::Layout band_at_the_bottom() {
  config::Fill fill;
  fill.box = {0, 90, 100, 10};
  fill.colour = "#102030";
  return {{{{}, fill}}};
}

TEST_F(ShowLoopTest, TheStripChangesSidesWithTheNextSlide) {
  dress->theme.layouts["strip"] = band_at_the_bottom();
  config.panel_care.static_limit = 10min;
  config.dwell.fixed = 3min;
  publish({headline("1"), headline("2")});
  const auto strip_is_above = [this] { return screen.shown.row(3)[3] == pack({0x10, 0x20, 0x30}); };
  const auto strip_is_below = [this] { return screen.shown.row(357)[3] == pack({0x10, 0x20, 0x30}); };
  play(590s);
  EXPECT_TRUE(strip_is_below());
  play(20s);
  EXPECT_TRUE(strip_is_below()) << "the slide that stands stays as it is";
  play(180s);
  EXPECT_TRUE(strip_is_above());
  EXPECT_FALSE(strip_is_below());
  play(600s);
  EXPECT_TRUE(strip_is_below());
}

TEST_F(ShowLoopTest, TheStripOfASlideThatStandsAloneChangesSides) {
  dress->theme.layouts["strip"] = band_at_the_bottom();
  config.panel_care.static_limit = 10min;
  publish({});
  play(590s);
  EXPECT_NE(screen.shown.row(3)[3], pack({0x10, 0x20, 0x30}));
  play(20s);
  EXPECT_EQ(screen.shown.row(3)[3], pack({0x10, 0x20, 0x30}));
}

}  // namespace
}  // namespace lobby::show
