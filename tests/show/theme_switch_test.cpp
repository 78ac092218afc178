#include <gtest/gtest.h>

#include "show/show_loop.h"

namespace lobby::show {
namespace {

using namespace std::chrono;

/// 24 July 2027, which is after every release's earliest true time.
constexpr Date eve = 2027y / July / 24;
const WallTime change = sys_days(eve) + 17h;  // at UTC+7, to the 25th

/// The colour of the body of every slide of a theme, and of its strip.
struct Look {
  Colour body;
  Colour strip;
  bool operator==(const Look&) const = default;
};
const Look usual{{10, 20, 30}, {1, 2, 3}};
const Look red{{200, 0, 0}, {100, 0, 0}};
const Look grey{{60, 60, 60}, {30, 30, 30}};

Look look_of(const Canvas& frame) {
  return {unpack(frame.row(10)[10]), unpack(frame.row(frame.size().height - 2)[10])};
}

/// A screen on which every frame, shown or crossed, is of one theme.
class WatchedScreen final : public stage::Presenter {
 public:
  Size size() const override { return {640, 360}; }
  double refresh_rate() const override { return 60; }
  void show(const Canvas& frame, std::optional<Rect>) override { watch(frame, shown); }
  void prepare_transition(const Canvas& from, const Canvas& to, Colour) override {
    Look leaving;
    watch(from, leaving);
    watch(to, crossed_to);
  }
  void lay(const stage::Overlay*) override {}
  void show_overlay() override {}
  void set_offset(stage::Offset) override {}
  void show_moment(std::span<const stage::Patch> patches) override {
    for (const auto& patch : patches) still = still && patch.under.right == 0 && patch.over.right == 0;
  }
  bool paced() const override { return false; }
  std::string description() const override { return "a test"; }

  Look shown;
  Look crossed_to;
  bool still = true;  ///< No part of a frame was seen beside its place.

 private:
  static void watch(const Canvas& frame, Look& look) {
    look = look_of(frame);
    EXPECT_TRUE(look == usual || look == red || look == grey) << "a frame of two themes";
  }
};

std::string hex(Colour colour) { return format("#{:02x}{:02x}{:02x}", colour.red, colour.green, colour.blue); }

config::Layout filled(const config::Box& box, Colour colour) {
  config::Fill fill;
  fill.box = box;
  fill.colour = hex(colour);
  return {{{{}, fill}}};
}

std::shared_ptr<theme::Dress> dress_of(const std::string& name, const Look& look) {
  auto dress = std::make_shared<theme::Dress>(theme::load_dress(LOBBY_SOURCE_DIR, "hq").value());
  dress->theme.name = name;
  for (const char* kind : {"headline", "standby", "mourning"}) {
    dress->theme.layouts[kind] = filled({0, 0, 100, 100}, look.body);
  }
  dress->theme.layouts["strip"] = filled({0, 90, 100, 10}, look.strip);
  return dress;
}

/// A show of three themes, played by a clock that the test moves.
class ThemeSwitch : public testing::Test {
 protected:
  ThemeSwitch() {
    wardrobe.put("festive", dress_of("festive", red));
    wardrobe.put("mourning", dress_of("mourning", grey));
    wardrobes.put(std::make_shared<const theme::Wardrobe>(wardrobe));
    config.playlist = {{config::PlaylistKind::notices, 0}, {config::PlaylistKind::headlines, 0}};
    config.dwell.fixed = 20s;
    config.movement.duration = 3s;
  }
  void publish(int stories) {
    std::vector<content::Headline> headlines;
    for (int number = 1; number <= stories; ++number) {
      const auto id = std::to_string(number);
      headlines.push_back({id, "Tin " + id, {}, {}, {}, change - 48h, {}, "Tin tức"});
    }
    snapshots.put(std::make_shared<content::Snapshot>(std::make_shared<config::Config>(config), std::move(headlines),
                                                      std::vector<content::Photo>(), std::nullopt));
  }
  void play(seconds time) {
    for (const auto end = clock.steady() + time; clock.steady() < end; clock.advance(1s)) loop.turn(clock);
  }

  config::Config config;
  theme::Wardrobe wardrobe{dress_of("hq", usual)};
  theme::WardrobeBox wardrobes;
  ManualClock clock{change - 10s, steady_clock::now()};
  WatchedScreen screen;
  SnapshotBox snapshots;
  host::ClockJudge judge{std::nullopt, [] { return true; }};
  DecodeThread decoder{[] {}};
  FrameReport report{clock.steady()};
  ShowLoop loop{screen, wardrobes, snapshots, judge, decoder, report};
};

TEST_F(ThemeSwitch, AtTheEdgeOfAProgrammeTheNextSlideBringsTheTheme) {
  config.programmes = {{.name = "Đêm", .when = {.hours = {{0h, 5h}}}, .theme = "festive"}};
  publish(2);
  play(15s);
  EXPECT_EQ(screen.shown, usual);
  EXPECT_EQ(loop.on_screen(), "Tin 1");
  play(10s);
  EXPECT_EQ(screen.shown, red);
  EXPECT_EQ(loop.on_screen(), "Tin 2");
  EXPECT_EQ(screen.crossed_to, red);
}

TEST_F(ThemeSwitch, AtMidnightTheThemeOfTheDayComesAndOneDayLaterItGoes) {
  config.anniversaries = {{"Ngày hội", 1977y / July / 25}};
  publish(2);
  play(8s);
  EXPECT_EQ(screen.shown, usual);
  play(20s);
  EXPECT_EQ(screen.shown, red);
  clock.set_wall(change + 24h - 10s);
  play(5s);
  EXPECT_EQ(screen.shown, red);
  play(35s);
  EXPECT_EQ(screen.shown, usual);
}

TEST_F(ThemeSwitch, WhereNoSlideFollowsTheThemeComesByItself) {
  config.themes.night = config::NightTheme{"festive", {0h, 5h}};
  config.dwell.fixed = 1h;
  publish(0);
  play(9s);
  EXPECT_EQ(screen.shown, usual);
  play(6s);
  EXPECT_EQ(screen.shown, red);
}

TEST_F(ThemeSwitch, MourningWaitsForNoSlide) {
  config.programmes = {{.name = "Lễ", .theme = "festive"}};
  config.mourning = config::Mourning{{}, {}, change, change + 30min};
  config.dwell.fixed = 1h;
  publish(2);
  play(9s);
  EXPECT_EQ(screen.shown, red);
  EXPECT_EQ(loop.on_screen(), "Tin 1");
  play(6s);
  EXPECT_EQ(screen.shown, grey);
  EXPECT_EQ(loop.on_screen(), "Tin 1");
}

TEST_F(ThemeSwitch, InMourningTheBoardHangsInItsTheme) {
  config.mourning = config::Mourning{"Tin buồn", {}, change, std::nullopt};
  publish(1);
  play(45s);
  EXPECT_EQ(screen.shown, grey);
  EXPECT_EQ(loop.on_screen(), "Tin buồn");
}

TEST_F(ThemeSwitch, WhatElseWouldMoveFadesWhereTheThemeChanges) {
  config.programmes = {{.name = "Đêm", .when = {.hours = {{0h, 5h}}}, .theme = "festive"}};
  config.movement.transition = config::Transition::slide;
  publish(2);
  play(25s);
  EXPECT_EQ(screen.crossed_to, red);
  EXPECT_TRUE(screen.still);
  play(25s);
  EXPECT_FALSE(screen.still);
}

TEST_F(ThemeSwitch, AClockThatIsDoubtedTakesTheThemeOfTheDayAway) {
  config.anniversaries = {{"Ngày hội", 1977y / July / 24}};
  publish(2);
  play(2s);
  EXPECT_EQ(screen.shown, red);
  clock.set_wall(sys_days(1970y / January / 1));
  play(25s);
  EXPECT_EQ(screen.shown, usual);
}

}  // namespace
}  // namespace lobby::show
