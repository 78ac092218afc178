#pragma once

#include <atomic>

#include "base/clock.h"

namespace lobby::stage {

/// What happened to the window since the last wait.
struct Events {
  bool quit = false;     ///< The window was closed, or Escape or Q was pressed in it.
  bool exposed = false;  ///< What was shown is lost: show it again.
  bool resized = false;  ///< The window has another size.
  bool key = false;      ///< A key was pressed that means nothing else.
  bool desktop = false;  ///< The desktop may have another size.
};

/// Where the render thread sleeps. `wait_until` belongs to that thread; it returns at `deadline`, at an event or at a
/// `wake`, and at least once a minute.
class EventGate {
 public:
  /// With or without a window, which may come and go.
  EventGate();
  ~EventGate();
  EventGate(const EventGate&) = delete;
  EventGate& operator=(const EventGate&) = delete;

  Events wait_until(SteadyTime deadline);
  /// Any thread.
  void wake() noexcept;

 private:
  void look_at_driver();
  void sleep(int milliseconds);
  /// The video driver can sleep until an event; otherwise SDL would poll every millisecond.
  std::atomic<bool> driver_waits_ = false;
  int wakeups_ = -1;  ///< An eventfd.
  unsigned wake_event_ = 0;
};

}  // namespace lobby::stage
