#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "base/clock.h"

namespace lobby::kiosk {

/// What systemd is told (sd_notify). Outside a service every call does nothing. One thread.
class Service {
 public:
  Service();

  /// Whether systemd waits for a word: then nobody at a keyboard ends the player.
  bool is_one() const { return is_one_; }
  /// The first picture is on screen, or the player waits for a display: the service has started.
  void ready(const std::string& status);
  /// One line for `systemctl status`.
  void status(const std::string& status);
  /// The loop turns. Feeds the watchdog, four times in its period at the most; never before `ready`, for a slow machine
  /// may need longer for its first frame than the watchdog waits, and until then the time to start counts.
  void alive();
  /// How often `alive` must be called; nothing: no watchdog is set.
  std::optional<std::chrono::milliseconds> interval() const;
  void stopping();

 private:
  bool is_one_;
  std::chrono::microseconds watchdog_{};  ///< 0: none is set.
  SteadyTime fed_;
  bool ready_ = false;
};

}  // namespace lobby::kiosk
