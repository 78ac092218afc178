#include "host/memory.h"

#include <gtest/gtest.h>
#include <malloc.h>

#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>

#include "dark_screen.h"
#include "show/show_loop.h"

namespace lobby::show {
namespace {

using namespace std::chrono;

/// What the heaps hold of the system's memory, without blocks that came from the system one by one.
std::size_t heaps() { return mallinfo2().arena; }

/// What is in use, in heaps and by itself.
std::size_t in_use() {
  const auto facts = mallinfo2();
  return facts.uordblks + facts.hblkhd;
}

TEST(Memory, FramesThatAreLetGoLeaveNothingInTheHeap) {
  host::keep_no_large_blocks();
  const auto before = heaps();
  for (int frame = 0; frame < 4; ++frame) {
    const Canvas one({1920, 1080});
    const Canvas other({1920, 1080});
    EXPECT_LE(heaps(), before + 1024 * 1024) << frame;
  }
}

std::size_t resident_kib() {
  std::ifstream file("/proc/self/smaps_rollup");
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("Rss:")) return std::stoul(line.substr(4));
  }
  return 0;
}

TEST(Memory, WhatTheStartUsedGoesAndWhatIsStillUsedComesBack) {
  const auto painted = [] {
    const auto dress = theme::load_dress(LOBBY_SOURCE_DIR, "hq").value();
    const playlist::Slide slide{"standby", playlist::StandbySlide{}};
    return paint_frame(compose(slide, dress, {}, {640, 360}), dress, {}).canvas;
  };
  const auto frame = painted();
  const auto before = resident_kib();
  host::forget_the_start();
  EXPECT_LT(resident_kib(), before);
  EXPECT_EQ(painted(), frame);
}

TEST(Memory, AShowOfThousandsOfSlidesTakesNoMoreThanAfterItsFirstRounds) {
  const auto dress = std::make_shared<theme::Dress>(theme::load_dress(LOBBY_SOURCE_DIR, "hq").value());
  theme::WardrobeBox wardrobes;
  wardrobes.put(std::make_shared<const theme::Wardrobe>(dress));
  config::Config config;
  config.playlist = {{config::PlaylistKind::headlines, 0}};
  config.dwell.fixed = 2s;
  ManualClock clock{sys_days(2027y / July / 24) + 5h, steady_clock::now()};
  std::vector<content::Headline> stories;
  for (int number = 0; number < 40; ++number) {
    const auto name = std::to_string(number);
    stories.push_back({name, "Khánh thành nhà văn hóa thôn số " + name, {}, {}, {}, clock.wall() - 5h, {}, "Tin tức"});
  }
  SnapshotBox snapshots;
  snapshots.put(std::make_shared<content::Snapshot>(std::make_shared<config::Config>(config), stories,
                                                    std::vector<content::Photo>(), std::nullopt));
  DarkScreen screen{{320, 180}};
  const host::ClockJudge judge{std::nullopt, [] { return true; }};
  DecodeThread decoder{[] {}};
  FrameReport report{clock.steady()};
  ShowLoop loop{screen, wardrobes, snapshots, judge, decoder, report};
  const auto play = [&](int turns) {
    for (int turn = 0; turn < turns; ++turn, clock.advance(1s)) loop.turn(clock);
    return in_use();
  };
  const char* wanted = std::getenv("LOBBY_SLIDES");
  const int slides = wanted != nullptr ? std::atoi(wanted) : 2000;
  const auto after_some = play(600);
  const auto after_many = play(slides * 9 / 2);  // A slide and its fade take four turns.
  EXPECT_GE(nlohmann::json::parse(report.json(clock.steady()))["slides"], slides);
  EXPECT_LE(after_many, after_some + 64 * 1024);
}

}  // namespace
}  // namespace lobby::show
