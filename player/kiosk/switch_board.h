#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "kiosk/screen_switch.h"

namespace lobby::kiosk {

/// How one switch is by its last try.
struct SwitchState {
  std::string name;
  std::optional<Power> says = std::nullopt;  ///< By its own word.
  std::string trouble = {};                  ///< Empty: it was asked well.
  bool operator==(const SwitchState&) const = default;
};

/// Keeps the screen as it is wished for by all its switches: a new wish is applied at once, one that failed again after
/// a quarter of a minute and then ever later, one that was done every ten minutes, for somebody may have used the
/// remote control. One thread, not that which draws.
class SwitchBoard {
 public:
  struct Wish {
    std::optional<Power> power = std::nullopt;  ///< Nothing: nobody says.
    std::optional<int> brightness = std::nullopt;
    bool operator==(const Wish&) const = default;
  };

  /// `find` gives the switches there are at the moment: a television may be plugged in later.
  explicit SwitchBoard(std::function<ScreenSwitches()> find) : find_(std::move(find)) {}

  void wish(const Wish& wish, SteadyTime now);
  /// Applies what is due; true where `states` are others than before.
  bool look(SteadyTime now);
  /// When `look` wants to be called; max: not until another wish.
  SteadyTime due() const { return due_; }
  const std::vector<SwitchState>& states() const { return states_; }

 private:
  SwitchState applied(ScreenSwitch& one) const;

  std::function<ScreenSwitches()> find_;
  Wish wish_;
  SteadyTime due_ = SteadyTime::max();
  std::chrono::seconds retry_{};
  std::vector<SwitchState> states_;
};

}  // namespace lobby::kiosk
