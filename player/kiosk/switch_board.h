#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <set>
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
  bool disobeys = false;                     ///< It was asked well, and says the contrary after a while.
  std::string silence = {};                  ///< Why nobody is known to listen there, where that is no failure.
  bool operator==(const SwitchState&) const = default;
};

/// Keeps the screen as it is wished for by all its switches: a new wish is applied at once, one that failed again after
/// a quarter of a minute and then ever later, one that was done every ten minutes, for somebody may have used the
/// remote control. A television takes seconds for what it is told: one that says the contrary is asked once more, how
/// it is, before that is a failure. Where nobody has named the ways, one at whose other end nobody has ever answered is
/// only a guess that was wrong: no failure, and asked again at the pace of what was done. One thread, not that which
/// draws.
class SwitchBoard {
 public:
  struct Wish {
    std::optional<Power> power = std::nullopt;  ///< Nothing: nobody says.
    std::optional<int> brightness = std::nullopt;
    bool by_guess = false;  ///< The ways are those that hold where the config names none.
    bool operator==(const Wish&) const = default;
  };

  /// `find` gives the switches there are at the moment: a television may be plugged in later.
  explicit SwitchBoard(std::function<ScreenSwitches()> find) : find_(std::move(find)) {}

  void wish(const Wish& wish, SteadyTime now);
  /// Another display is there: one that is to be on hears at once whose picture it has to show.
  void greet(SteadyTime now);
  /// Applies what is due; true where `states` are others than before, and are so for good.
  bool look(SteadyTime now);
  /// When `look` wants to be called; max: not until another wish.
  SteadyTime due() const { return due_; }
  const std::vector<SwitchState>& states() const { return states_; }

 private:
  SwitchState applied(ScreenSwitch& one);
  bool is_wrong_guess(const ScreenSwitch& one) const;
  SwitchState settled(ScreenSwitch& one) const;
  bool says_the_contrary(const SwitchState& state) const;
  SwitchState before(const std::string& name) const;

  std::function<ScreenSwitches()> find_;
  Wish wish_;
  SteadyTime due_ = SteadyTime::max();
  std::chrono::seconds retry_{};
  bool settling_ = false;  ///< Told, and not yet heard of.
  bool is_news_ = false;   ///< `look` has not said yet that states are others.
  std::vector<SwitchState> states_;
  std::set<std::string> answered_;  ///< The names of those at whose other end somebody has heard something.
};

}  // namespace lobby::kiosk
