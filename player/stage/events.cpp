#include "stage/events.h"

#include <SDL.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "stage/desktop.h"

namespace lobby::stage {

namespace {

/// Adds what an event means to what has happened.
void note(const SDL_Event& event, Events& events) {
  if (event.type == SDL_QUIT) events.quit = true;
  if (event.type == SDL_KEYDOWN) {
    const bool ends = event.key.keysym.sym == SDLK_ESCAPE || event.key.keysym.sym == SDLK_q;
    (ends ? events.leave : events.key) = true;
  }
  if (event.type == SDL_WINDOWEVENT) {
    if (event.window.event == SDL_WINDOWEVENT_EXPOSED) events.exposed = true;
    if (event.window.event == SDL_WINDOWEVENT_SIZE_CHANGED) events.resized = true;
  }
  if (may_change_desktop(event)) events.desktop = true;
  if (event.type == SDL_RENDER_TARGETS_RESET || event.type == SDL_RENDER_DEVICE_RESET) events.exposed = true;
}

/// Whether anything waited, also what means nothing here.
bool take_waiting(Events& events) {
  bool any = false;
  SDL_Event event;
  while (SDL_PollEvent(&event) != 0) {
    any = true;
    note(event, events);
  }
  return any;
}

}  // namespace

EventGate::EventGate() : wakeups_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
  // The queue of events stays where the display goes.
  SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");
  SDL_InitSubSystem(SDL_INIT_EVENTS);
  SDL_EventState(SDL_SYSWMEVENT, SDL_ENABLE);  // For `may_change_desktop`.
}

EventGate::~EventGate() {
  SDL_QuitSubSystem(SDL_INIT_EVENTS);
  if (wakeups_ >= 0) close(wakeups_);
}

void EventGate::wake() noexcept {
  const std::uint64_t one = 1;
  [[maybe_unused]] const auto written = write(wakeups_, &one, sizeof one);
}

void EventGate::sleep(SteadyTime deadline, std::array<int, 2> descriptors) const {
  using std::chrono::milliseconds;
  const auto left = std::chrono::ceil<milliseconds>(deadline - std::chrono::steady_clock::now());
  const auto time = std::clamp(left, milliseconds(0), milliseconds(std::chrono::minutes(1)));
  std::array<pollfd, 3> waits{{{wakeups_, POLLIN, 0}, {descriptors[0], POLLIN, 0}, {descriptors[1], POLLIN, 0}}};
  poll(waits.data(), waits.size(), static_cast<int>(time.count()));
  std::uint64_t count = 0;
  [[maybe_unused]] const auto taken = read(wakeups_, &count, sizeof count);
}

Events EventGate::wait_until(SteadyTime deadline, std::array<int, 2> descriptors) {
  Events events;
  // What came along with an answer to SDL is in its libraries' queues, and nothing more comes for it; and what SDL
  // answers when it looks is sent when it looks again.
  for (int looks_in_vain = 0; looks_in_vain < 2;) looks_in_vain = take_waiting(events) ? 0 : looks_in_vain + 1;
  if (events != Events{}) return events;
  sleep(deadline, descriptors);
  take_waiting(events);
  return events;
}

}  // namespace lobby::stage
