#include <gmock/gmock.h>

#include <csignal>

#include "../world/kiosk.h"
#include "../world/screen.h"

namespace lobby::app {
namespace {

using namespace std::chrono_literals;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

/// The kiosk, on all of a screen.
class DisplayRun : public Kiosk {
 protected:
  DisplayRun() {
    environment["DISPLAY"] = screen.display();
    environment["SDL_VIDEODRIVER"] = "x11";
    std::filesystem::create_directory(folder.path() / "duty");
  }

  /// A notice in a theme of one colour would be seen at once; so is any slide of `hq`, which is nowhere black.
  void configure_notice(const std::string& more) const {
    configure("notices: [{text: Mời lấy số thứ tự}]\nduty_folder: duty\n" + more);
  }
  bool shows(int x, int y) const { return screen.pixel(x, y) != Colour{0, 0, 0}; }
  void run_tool(Arguments words) const { EXPECT_EQ(Program(words, environment).outcome().status, 0) << words[0]; }

  /// What a display could do from now on.
  void add_mode(const std::string& name, const Arguments& timing) const {
    Arguments words{"/usr/bin/xrandr", "--newmode", name};
    words.insert(words.end(), timing.begin(), timing.end());
    run_tool(words);
    run_tool({"/usr/bin/xrandr", "--addmode", "screen", name});
  }

  Screen screen;
};

TEST_F(DisplayRun, FollowsADesktopThatChangesItsSize) {
  configure_notice("");
  Program playing(lobby_player(running()), environment);
  EXPECT_TRUE(playing.says("window surface, 800 × 600")) << playing.messages();
  EXPECT_TRUE(comes_true(playing, [&] { return shows(400, 300); }));
  add_mode("small", {"20", "640", "660", "700", "800", "360", "363", "368", "380"});
  run_tool({"/usr/bin/xrandr", "--output", "screen", "--mode", "small"});
  EXPECT_TRUE(playing.says("the desktop has another size")) << playing.messages();
  EXPECT_TRUE(playing.says("window surface, 640 × 360")) << playing.messages();
  EXPECT_TRUE(comes_true(playing, [&] { return status()["display"]["size"] == Json{640, 360}; })) << status();
  playing.signal(SIGTERM);
  EXPECT_EQ(playing.outcome().status, 0);
}

/// One that starts before the player, or after it, reads that at the window.
TEST_F(DisplayRun, IsFullScreenToAWindowManager) {
  configure_notice("");
  Program playing(lobby_player(running()), environment);
  EXPECT_TRUE(comes_true(playing, [&] { return shows(1, 1) && shows(798, 598); })) << playing.messages();
  const auto said = Program({"/usr/bin/xprop", "-name", "Lobby Player", "_NET_WM_STATE"}, environment).outcome();
  EXPECT_THAT(said.output, HasSubstr("_NET_WM_STATE_FULLSCREEN")) << said.messages;
  playing.signal(SIGTERM);
  EXPECT_EQ(playing.outcome().status, 0);
}

/// As with two monitors, of which the window fills one; whatever else may be new about them.
TEST_F(DisplayRun, StaysWhereItIsWhileTheDesktopIsLargerThanItsDisplay) {
  configure_notice("");
  add_mode("small", {"20", "640", "660", "700", "800", "360", "363", "368", "380"});
  run_tool({"/usr/bin/xrandr", "--fb", "800x600", "--output", "screen", "--mode", "small"});
  Program playing(lobby_player(running()), environment);
  EXPECT_TRUE(playing.says("window surface, 640 × 360")) << playing.messages();
  EXPECT_TRUE(comes_true(playing, [&] { return shows(320, 180); })) << playing.messages();
  add_mode("tiny", {"20", "320", "340", "360", "400", "180", "183", "188", "190"});
  EXPECT_FALSE(playing.ends_within(1s));
  playing.signal(SIGTERM);
  const auto outcome = playing.outcome();
  EXPECT_EQ(outcome.status, 0);
  EXPECT_THAT(outcome.messages, AllOf(HasSubstr("window surface"), Not(HasSubstr("another size"))));
}

TEST_F(DisplayRun, IsBlackOutOfItsHoursUntilTheDutyOfficerAsksForIt) {
  configure_notice("screen: {on: {dates: 1/1/2001}}\n");
  Program playing(lobby_player(running()), environment);
  EXPECT_TRUE(playing.says("the screen is switched off")) << playing.messages();
  EXPECT_TRUE(comes_true(playing, [&] { return status()["display"]["power"] == "off on purpose"; })) << status();
  EXPECT_FALSE(shows(400, 300));
  EXPECT_EQ(status()["clock_believed"], true);
  write(folder.path() / "duty" / "wake", "");
  EXPECT_TRUE(playing.says("asks for the screen")) << playing.messages();
  EXPECT_TRUE(comes_true(playing, [&] { return shows(400, 300); })) << playing.messages();
  EXPECT_TRUE(comes_true(playing, [&] { return status()["display"]["power"] == "on"; })) << status();
  playing.signal(SIGTERM);
  EXPECT_EQ(playing.outcome().status, 0);
}

/// The duty officer's folder is the player's own.
class OwnFolderRun : public DisplayRun {
 protected:
  OwnFolderRun() { configure("notices: [{text: Mời lấy số thứ tự}]\nscreen: {on: {dates: 1/1/2001}}\n"); }
  const std::filesystem::path wake = folder.path() / "state" / "lobby-player" / "notices" / "wake";
};

TEST_F(OwnFolderRun, ACallIsTakenAwaySoThatAnyOfficerMayCallNext) {
  Program playing(lobby_player(running()), environment);
  EXPECT_TRUE(playing.says("the screen is switched off")) << playing.messages();
  EXPECT_TRUE(comes_true(playing, [&] { return std::filesystem::is_directory(wake.parent_path()); }));
  write(wake, "");
  EXPECT_TRUE(playing.says("asks for the screen")) << playing.messages();
  EXPECT_TRUE(comes_true(playing, [&] { return status()["display"]["power"] == "on"; })) << status();
  EXPECT_FALSE(std::filesystem::exists(wake));
  playing.signal(SIGTERM);
  EXPECT_EQ(playing.outcome().status, 0);
}

TEST_F(OwnFolderRun, ACallFromBeforeTheStartLightsNothing) {
  std::filesystem::create_directories(wake.parent_path());
  write(wake, "");
  std::filesystem::last_write_time(wake, std::filesystem::file_time_type::clock::now() - 1h);
  Program playing(lobby_player(running()), environment);
  EXPECT_TRUE(comes_true(playing, [&] { return !std::filesystem::exists(wake); })) << "another officer may call";
  EXPECT_TRUE(comes_true(playing, [&] { return status()["display"]["power"] == "off on purpose"; })) << status();
  EXPECT_THAT(playing.messages(), Not(HasSubstr("asks for the screen")));
  write(wake, "");
  EXPECT_TRUE(playing.says("asks for the screen")) << playing.messages();
  playing.signal(SIGTERM);
  EXPECT_EQ(playing.outcome().status, 0);
}

TEST_F(DisplayRun, AKeyLightsAScreenThatIsOff) {
  configure_notice("screen: {on: {dates: 1/1/2001}}\n");
  Program playing(lobby_player(running()), environment);
  EXPECT_TRUE(playing.says("the screen is switched off")) << playing.messages();
  // The window has the keyboard only once it is there.
  EXPECT_TRUE(comes_true(playing, [&] {
    run_tool({"/usr/bin/xdotool", "mousemove", "400", "300", "key", "space"});
    return shows(400, 300);
  })) << playing.messages();
  playing.signal(SIGTERM);
  EXPECT_EQ(playing.outcome().status, 0);
}

TEST_F(DisplayRun, AnUrgentNoticeLightsAScreenThatIsOff) {
  configure_notice("screen: {on: {dates: 1/1/2001}}\n");
  Program playing(lobby_player(running()), environment);
  EXPECT_TRUE(playing.says("the screen is switched off")) << playing.messages();
  write(folder.path() / "duty" / "khan.txt", "Sơ tán theo lối thoát hiểm");
  EXPECT_TRUE(playing.says("the screen is switched on")) << playing.messages();
  std::filesystem::remove(folder.path() / "duty" / "khan.txt");
  EXPECT_TRUE(
      comes_true(playing, [&] { return !shows(400, 300) && status()["display"]["power"] == "off on purpose"; }));
  playing.signal(SIGTERM);
  EXPECT_EQ(playing.outcome().status, 0);
}

}  // namespace
}  // namespace lobby::app
