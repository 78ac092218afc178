#include <gmock/gmock.h>

#include <csignal>
#include <iostream>

#include "../world/screen.h"
#include "../world/signer.h"
#include "../world/workplace.h"
#include "base/format.h"

namespace lobby::app {
namespace {

namespace fs = std::filesystem;

using namespace std::chrono;
using testing::HasSubstr;
using testing::Not;

/// The kiosk with a slide that stands for long, a duty officer, and somebody who signs notices elsewhere.
class NoticeRun : public Workplace {
 protected:
  NoticeRun() {
    environment["DISPLAY"] = screen.display();
    environment["SDL_VIDEODRIVER"] = "x11";
    environment["STATE_DIRECTORY"] = (folder.path() / "state").string();
    fs::create_directories(duty);
  }
  void configure_show(const std::string& more = {}) const {
    configure("notices: [{text: Mời vào}, {text: Xin chào}]\ndwell: {fixed: 30s}\n" + more);
  }
  std::string feed(const std::string& key) const {
    return "notice_feed: {url: \"" + portal.url("/khan.yaml") + "\", public_key: " + key + ", every: 5s}\n";
  }
  static std::string document(int serial, const std::string& notices) {
    const auto hour = [](int away) { return format("{:%FT%TZ}", floor<seconds>(system_clock::now()) + hours(away)); };
    return format("serial: {}\nissued: {}\nexpires: {}\nnotices: [{}]\n", serial, hour(-1), hour(1), notices);
  }
  void serve(const std::string& bytes, const std::string& signature) {
    portal.serve("/khan.yaml.minisig", signature, "text/plain");
    portal.serve("/khan.yaml", bytes, "application/yaml");
  }
  Program play() const {
    return Program(lobby_player({"--verbose", "run", "--config", config(), "--window", "640x360"}), environment);
  }
  /// Puts a whole file in at once.
  void drop(const std::string& name, const std::string& bytes) const {
    write(folder.path() / "new", bytes);
    fs::rename(folder.path() / "new", duty / name);
  }
  /// How long it took until the words were said; generous, for the machine may be busy.
  static void expect_soon(Program& playing, const std::string& words, const std::string& what) {
    const auto began = steady_clock::now();
    EXPECT_TRUE(playing.says(words)) << playing.messages();
    const auto took = duration_cast<milliseconds>(steady_clock::now() - began);
    std::cout << what << ": " << took.count() << " ms\n";
    EXPECT_LT(took, seconds(10));
  }

  Screen screen;
  const fs::path duty = folder.path() / "state" / "notices";
};

TEST_F(NoticeRun, AnUrgentFileIsOnScreenAtOnceAndGoneWithItsRemoval) {
  configure_show();
  Program playing = play();
  ASSERT_TRUE(playing.says("slide notice: Mời vào"));
  drop("khan.txt", "Sơ tán khỏi toà nhà\nTheo cầu thang bộ.\n");
  expect_soon(playing, "slide notice: Sơ tán khỏi toà nhà", "an urgent file, arrival to screen");
  fs::remove(duty / "khan.txt");
  expect_soon(playing, "the notice has ended: Sơ tán", "its removal");
  drop("khan.yaml", "{text: Đám cháy ở tầng 3, urgent: true}\n");
  expect_soon(playing, "slide notice: Đám cháy ở tầng 3", "a second one, perhaps amid a fade");
  playing.signal(SIGTERM);
  EXPECT_EQ(playing.outcome().status, 0);
}

TEST_F(NoticeRun, WhatIsNoNoticeNeverFiresAndTheLogSaysWhere) {
  configure_show();
  Program playing = play();
  ASSERT_TRUE(playing.says("slide notice: Mời vào"));
  drop("khan.txt", "");
  drop("khan.yaml", "text: Sơ tán\nurgnt: true\n");
  EXPECT_TRUE(playing.says("khan.txt:1:1: error: "));
  EXPECT_TRUE(playing.says("khan.yaml:2:1: error: unknown key 'urgnt'; did you mean 'urgent'?; it is not shown"));
  EXPECT_THAT(playing.messages(), Not(HasSubstr("slide notice: Sơ tán")));
}

TEST_F(NoticeRun, AnUrgentNoticeStandsAgainAfterAKillAndNotAfterItsEnd) {
  configure_show();
  {
    Program playing = play();
    ASSERT_TRUE(playing.says("slide notice: Mời vào"));
    drop("khan.txt", "Sơ tán\n");
    ASSERT_TRUE(playing.says("slide notice: Sơ tán"));
    playing.signal(SIGKILL);
    EXPECT_EQ(playing.outcome().status, -SIGKILL);
  }
  {
    Program playing = play();
    EXPECT_TRUE(playing.says("slide notice: Sơ tán"));
    EXPECT_TRUE(playing.says("an urgent notice for 59m at most"));
  }
  drop("khan-2.yaml",
       format("{{text: Ngắn, urgent: true, until: \"{:%FT%TZ}\"}}\n", floor<seconds>(system_clock::now()) + 8s));
  fs::remove(duty / "khan.txt");
  Program playing = play();
  EXPECT_TRUE(playing.says("slide notice: Ngắn"));
  EXPECT_TRUE(playing.says("the notice has ended: Ngắn"));
  EXPECT_TRUE(playing.says("slide notice: Mời vào"));
}

TEST_F(NoticeRun, ASignedNoticeIsTakenWhileAnUnsignedOrAnOlderOneIsNot) {
  const Signer ours(1);
  const Signer others(2);
  const std::string first = document(5, "{text: Mất điện toàn khu, urgent: true}");
  configure_show(feed(ours.public_key()));
  serve(first, others.signature(first));
  Program playing = play();
  EXPECT_TRUE(playing.says("the signature is not that of these bytes"));
  serve(first, ours.signature(first));
  expect_soon(playing, "slide notice: Mất điện toàn khu", "a signed notice, with a poll every 5 s");
  const std::string older = document(4, "{text: Bản cũ, urgent: true}");
  serve(older, ours.signature(older));
  EXPECT_TRUE(playing.says("serial 4 is not above 5, the last that was taken"));
  const std::string large = document(6, "{text: a, detail: '" + std::string(70000, 'a') + "'}");
  serve(large, ours.signature(large));
  EXPECT_TRUE(playing.says("65536"));
  const std::string without_end = "serial: 6\nissued: 2026-11-26\nnotices: []\n";
  serve(without_end, ours.signature(without_end));
  EXPECT_TRUE(playing.says("'expires'"));
  EXPECT_THAT(playing.messages(), Not(HasSubstr("the notice has ended")));
  const std::string none = document(7, "");
  serve(none, ours.signature(none));
  EXPECT_TRUE(playing.says("the notice has ended: Mất điện toàn khu"));
  EXPECT_THAT(playing.messages(), Not(HasSubstr("slide notice: Bản cũ")));
}

TEST_F(NoticeRun, ASignedNoticeStandsAfterARestartWithoutTheNetworkAndNeverUnderAnotherKey) {
  const Signer ours(1);
  const std::string bytes = document(5, "{text: Mất điện toàn khu, urgent: true}");
  configure_show(feed(ours.public_key()));
  serve(bytes, ours.signature(bytes));
  {
    Program playing = play();
    ASSERT_TRUE(playing.says("slide notice: Mất điện toàn khu"));
    playing.signal(SIGKILL);
    playing.outcome();
  }
  portal.stop();
  {
    Program playing = play();
    EXPECT_TRUE(playing.says("slide notice: Mất điện toàn khu"));
  }
  configure_show(feed(Signer(2).public_key()));
  Program playing = play();
  EXPECT_TRUE(playing.says("the signed notices of before are dropped"));
  EXPECT_TRUE(playing.says("slide notice: Mời vào"));
  EXPECT_THAT(playing.messages(), Not(HasSubstr("slide notice: Mất điện")));
}

}  // namespace
}  // namespace lobby::app
