#include <gmock/gmock.h>

#include <csignal>

#include "../world/kiosk.h"
#include "../world/wayland.h"

namespace lobby::app {
namespace {

using namespace std::chrono_literals;

/// The kiosk on a Wayland desktop, whose windows have no surfaces that one could draw into.
class WaylandRun : public Kiosk {
 protected:
  WaylandRun() {
    for (const auto& [name, value] : desktop.environment()) environment[name] = value;
    // A driver of OpenGL ES, which leaks, is unloaded before leaks are looked for.
    environment["ASAN_OPTIONS"] += ":detect_leaks=0";
    configure("notices: [{text: Mời lấy số thứ tự}]\n");
  }
  /// Neither what the desktop is without a window nor black.
  bool is_painted(int x, int y) const {
    const auto there = desktop.pixel(x, y);
    return there && *there != empty && *there != Colour{0, 0, 0};
  }

  Wayland desktop;
  Colour empty = desktop.pixel(400, 300).value();
};

TEST_F(WaylandRun, FillsTheScreenAndFollowsItsSize) {
  Program playing(lobby_player(running()), environment);
  EXPECT_TRUE(playing.says("wayland, opengles2 renderer, 800 × 600")) << playing.messages();
  EXPECT_TRUE(comes_true(playing, [&] { return is_painted(1, 1) && is_painted(798, 598); })) << playing.messages();
  desktop.ask("output HEADLESS-1 resolution 640x360");
  EXPECT_TRUE(playing.says("wayland, opengles2 renderer, 640 × 360")) << playing.messages();
  EXPECT_TRUE(comes_true(playing, [&] { return status()["display"]["size"] == Json{640, 360}; })) << status();
  EXPECT_TRUE(comes_true(playing, [&] { return is_painted(1, 1) && is_painted(638, 358); })) << playing.messages();
  playing.signal(SIGTERM);
  EXPECT_EQ(playing.outcome().status, 0);
}

/// The first letter of a screen of twice the density must not be drawn small and blown up.
TEST_F(WaylandRun, DrawsEachPixelOfADenseScreen) {
  desktop.ask("output HEADLESS-1 resolution 1600x1200 scale 2");
  Program playing(lobby_player(running()), environment);
  EXPECT_TRUE(playing.says("wayland, opengles2 renderer, 1600 × 1200")) << playing.messages();
  EXPECT_TRUE(comes_true(playing, [&] { return is_painted(1, 1) && is_painted(1598, 1198); })) << playing.messages();
  playing.signal(SIGTERM);
  EXPECT_EQ(playing.outcome().status, 0);
}

/// A show that nobody sees must not pass for one: the status waits for a display, and the log names the remedy.
TEST_F(WaylandRun, SaysThatNothingCanBeDrawnWithoutOpenGl) {
  environment["SDL_VIDEO_GL_DRIVER"] = "/nowhere";
  environment["SDL_VIDEO_EGL_DRIVER"] = "/nowhere";
  Program playing(lobby_player(running()), environment);
  EXPECT_TRUE(playing.says("libegl1, libgles2")) << playing.messages();
  EXPECT_FALSE(playing.ends_within(3s));
  EXPECT_TRUE(comes_true(playing, [&] { return status()["display"]["power"] == "waiting"; })) << status();
  EXPECT_EQ(status()["frames"], 0) << status();
  playing.signal(SIGTERM);
  EXPECT_EQ(playing.outcome().status, 0);
}

}  // namespace
}  // namespace lobby::app
