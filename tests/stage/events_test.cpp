#include "stage/events.h"

#include <SDL.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <thread>
#include <vector>

#include "../world/screen.h"
#include "stage/display.h"

namespace lobby::stage {
namespace {

using namespace std::chrono_literals;

/// Long enough to be told from a wait that ended early, even on a machine with much to do.
constexpr auto long_wait = 30s;

SteadyTime after(SteadyTime::duration time) { return std::chrono::steady_clock::now() + time; }
bool is_past(SteadyTime time) { return std::chrono::steady_clock::now() >= time; }

TEST(EventGate, SleepsUntilTheDeadline) {
  EventGate gate;
  const SteadyTime deadline = after(50ms);
  EXPECT_EQ(gate.wait_until(deadline), Events{});
  EXPECT_TRUE(is_past(deadline));
}

TEST(EventGate, IsWokenByAnotherThread) {
  EventGate gate;
  const SteadyTime deadline = after(long_wait);
  std::jthread other([&] { gate.wake(); });
  gate.wait_until(deadline);
  EXPECT_FALSE(is_past(deadline));
}

TEST(EventGate, HearsACallThatCameBeforeTheWaitButHearsItOnce) {
  EventGate gate;
  gate.wake();
  const SteadyTime deadline = after(long_wait);
  gate.wait_until(deadline);
  EXPECT_FALSE(is_past(deadline));
  const SteadyTime next = after(50ms);
  gate.wait_until(next);
  EXPECT_TRUE(is_past(next));
}

TEST(EventGate, WakesWhenADescriptorHasNews) {
  EventGate gate;
  std::array<int, 2> ends{};
  ASSERT_EQ(::pipe(ends.data()), 0);
  ASSERT_EQ(::write(ends[1], "x", 1), 1);
  const SteadyTime deadline = after(long_wait);
  gate.wait_until(deadline, {-1, ends[0]});
  EXPECT_FALSE(is_past(deadline));
  for (const int end : ends) ::close(end);
}

/// Of SDL's queue: what was read along with the answer to another question must not wait for more to come.
TEST(EventGate, DoesNotSleepOverAnEventThatIsThereAlready) {
  EventGate gate;
  SDL_Event event{};
  event.type = SDL_QUIT;
  SDL_PushEvent(&event);
  const SteadyTime deadline = after(long_wait);
  EXPECT_TRUE(gate.wait_until(deadline).quit);
  EXPECT_FALSE(is_past(deadline));
}

/// Whoever starts it by hand wants to end it; of a kiosk nobody does, and any key lights a dark screen.
TEST(EventGate, TellsTheKeysThatEndAShowFromOthers) {
  EventGate gate;
  const auto pressed = [&gate](SDL_Keycode key) {
    SDL_Event event{};
    event.type = SDL_KEYDOWN;
    event.key.keysym.sym = key;
    SDL_PushEvent(&event);
    return gate.wait_until(after(long_wait));
  };
  EXPECT_EQ(pressed(SDLK_ESCAPE), (Events{.leave = true}));
  EXPECT_EQ(pressed(SDLK_q), (Events{.leave = true}));
  EXPECT_EQ(pressed(SDLK_SPACE), (Events{.key = true}));
}

/// A display on a screen that no one sees.
class EventGateOnScreen : public testing::Test {
 protected:
  EventGateOnScreen() {
    setenv("DISPLAY", screen.display().c_str(), 1);
    SDL_SetHintWithPriority(SDL_HINT_VIDEODRIVER, "x11", SDL_HINT_OVERRIDE);
  }
  ~EventGateOnScreen() override {
    SDL_ResetHint(SDL_HINT_VIDEODRIVER);
    unsetenv("DISPLAY");
  }
  void open() { ASSERT_TRUE(display.open({.window = Size{64, 36}, .title = "Lobby Player"})); }
  Events wait(SteadyTime deadline) { return gate.wait_until(deadline, {display.connection(), -1}); }

  Screen screen;
  EventGate gate;
  Display display;
};

/// The news of other threads come when they like, also in the moment in which a window and the driver go and others
/// come: they must know neither.
TEST_F(EventGateOnScreen, IsWokenWhileTheDisplayIsOpenedAnew) {
  std::vector<std::jthread> callers;
  for (int caller = 0; caller < 8; ++caller) {
    callers.emplace_back([&](const std::stop_token& stop) {
      while (!stop.stop_requested()) gate.wake();
    });
  }
  for (int times = 0; times < 20; ++times) {
    open();
    const SteadyTime deadline = after(long_wait);
    for (int waits = 0; waits < 5; ++waits) wait(deadline);
    EXPECT_FALSE(is_past(deadline));
    display.close();
  }
}

TEST_F(EventGateOnScreen, WakesAtAKeyAndSleepsOtherwise) {
  open();
  while (wait(after(300ms)) != Events{}) continue;
  const SteadyTime deadline = after(long_wait);
  std::jthread visitor([&] {
    Program({"/usr/bin/xdotool", "search", "--name", "Lobby Player", "windowfocus", "--sync", "key", "space"},
            {{"DISPLAY", screen.display()}})
        .outcome();
  });
  int turns = 0;
  bool pressed = false;
  for (; !pressed && !is_past(deadline); ++turns) pressed = wait(deadline).key;
  EXPECT_TRUE(pressed);
  EXPECT_FALSE(is_past(deadline));
  EXPECT_LT(turns, 50);
}

}  // namespace
}  // namespace lobby::stage
