#include "stage/desktop.h"

#include <gtest/gtest.h>

#include <cstdlib>

#include "../world/screen.h"
#include "../world/wayland.h"
#include "stage/display.h"

// Read by the leak sanitizer. A driver of OpenGL ES, which leaks, is unloaded before leaks are looked for.
extern "C" int __lsan_is_turned_off();
extern "C" int __lsan_is_turned_off() { return 1; }

namespace lobby::stage {
namespace {

/// A window under a driver of SDL.
class DesktopConnection : public testing::Test {
 protected:
  void open(const char* driver) {
    SDL_SetHintWithPriority(SDL_HINT_VIDEODRIVER, driver, SDL_HINT_OVERRIDE);
    const auto opened = display.open({.window = Size{64, 36}, .title = "Lobby Player"});
    ASSERT_TRUE(opened) << opened.error().message;
  }
  ~DesktopConnection() override { SDL_ResetHint(SDL_HINT_VIDEODRIVER); }

  Display display;
};

TEST_F(DesktopConnection, IsKnownUnderX11) {
  const Screen screen;
  setenv("DISPLAY", screen.display().c_str(), 1);
  open("x11");
  EXPECT_GE(display.connection(), 0);
  display.close();
  EXPECT_EQ(display.connection(), -1);
}

TEST_F(DesktopConnection, IsKnownUnderWayland) {
  const Wayland desktop;
  for (const auto& [name, value] : desktop.environment()) setenv(name.c_str(), value.c_str(), 1);
  open("wayland");
  EXPECT_GE(display.connection(), 0);
  display.close();
}

TEST_F(DesktopConnection, IsNoneWithoutADesktop) {
  open("dummy");
  EXPECT_EQ(display.connection(), -1);
}

}  // namespace
}  // namespace lobby::stage
