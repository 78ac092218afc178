#pragma once

#include <array>

#include "base/clock.h"

namespace lobby::stage {

/// What happened to the window since the last wait.
struct Events {
  bool quit = false;     ///< The window was closed.
  bool leave = false;    ///< Escape or Q was pressed, which ends the show where somebody is there to start it again.
  bool exposed = false;  ///< What was shown is lost: show it again.
  bool resized = false;  ///< The window has another size.
  bool key = false;      ///< A key was pressed that means nothing else.
  bool desktop = false;  ///< The desktop may have another size.

  bool operator==(const Events&) const = default;
};

/// Where the render thread sleeps. `wait_until` belongs to that thread; it returns at `deadline`, at a `wake`, at
/// an event, when something can be read from one of two descriptors (-1: nothing is there), and at least once a minute.
/// Events of the desktop are heard at once where its connection, of `Presenter::connection`, is one of them.
class EventGate {
 public:
  /// With or without a window, which may come and go.
  EventGate();
  ~EventGate();
  EventGate(const EventGate&) = delete;
  EventGate& operator=(const EventGate&) = delete;

  Events wait_until(SteadyTime deadline, std::array<int, 2> descriptors = {-1, -1});
  /// Any thread.
  void wake() noexcept;

 private:
  void sleep(SteadyTime deadline, std::array<int, 2> descriptors) const;

  int wakeups_ = -1;  ///< An eventfd. SDL's own queue would wake its window, which may be going at that moment.
};

}  // namespace lobby::stage
