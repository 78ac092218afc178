#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/caretaker.h"
#include "config/config.h"
#include "content/snapshot.h"
#include "host/clock_judge.h"
#include "kiosk/connectors.h"
#include "stage/display.h"
#include "stage/events.h"

namespace lobby::app {

/// Keeps the display as it is wanted: opens it when there is one, opens it anew where another one is in its place or
/// another mode is asked for, and switches it by the hours of the config. Render thread.
class ScreenKeeper {
 public:
  /// With `window`, the size of a window, the display is that of a desktop and is opened once.
  ScreenKeeper(stage::Display& display, std::optional<Size> window, const host::ClockJudge& judge)
      : display_(display), window_(window), judge_(judge) {}

  /// The first try; `turn` tries again and again. Errs (unavailable) where there is no display.
  Result<void> open(const config::Config& config);
  /// From now on that one looks after what must not hold up the picture.
  void meet(Caretaker& caretaker) { caretaker_ = &caretaker; }

  enum class State {
    shows,  ///< The show may turn.
    dark,   ///< The screen is off on purpose: nothing may be shown.
    waits   ///< There is no display.
  };
  /// Does what is due. `snapshot` may be null.
  State turn(const Clock& clock, const config::Config& config, const content::Snapshot* snapshot);
  /// Whether what stood must be shown anew, because the display was opened anew or lit. Once.
  bool take_change();
  /// When `turn` is to be called at the latest while nothing is shown.
  SteadyTime next_call(SteadyTime now) const;

  void hear(const stage::Events& events);
  /// For `systemctl status` while nothing is shown.
  std::string says() const;
  /// Where the display is plugged in; empty where nobody says.
  const std::string& connector() const { return opened_on_.name; }
  /// «on», «off on purpose», «failed: …», «waiting».
  std::string power() const;

 private:
  Result<void> try_to_open(const config::Config& config, const kiosk::Connector* connector);
  void note_display();
  void follow_sockets(const config::Config& config, SteadyTime now);
  bool is_gone() const;
  bool may_try(const kiosk::Connector* connector, SteadyTime now) const;
  void reopen(const config::Config& config, const kiosk::Connector* connector, std::string_view why);
  std::optional<LocalTime> believed_time(const config::Screen& screen) const;
  bool is_wanted(const config::Config& config, const content::Snapshot* snapshot) const;
  void ask_what_it_is(const kiosk::Connector* connector);
  void switch_to(bool on, const config::Screen& screen);
  void look_at_picture(const config::Config& config);
  void assert_light(const config::Screen& screen);
  void tell_caretaker(const config::Config& config);

  stage::Display& display_;
  std::optional<Size> window_;
  const host::ClockJudge& judge_;
  Caretaker* caretaker_ = nullptr;
  std::shared_ptr<const std::vector<kiosk::Connector>> sockets_;  ///< As they were at the last look.
  kiosk::Connector opened_on_;
  ModeWish mode_;
  Size size_;  ///< Of the display, as the rest of the player knows it.
  bool desktop_may_differ_ = false;
  bool changed_ = false;
  SteadyTime try_at_;
  std::string trouble_;  ///< Why it could not be opened, as the log knows it.
  bool lit_ = true;
  bool has_been_dark_ = false;
  SteadyTime assert_at_;
  std::string switch_trouble_;
  SteadyTime look_at_;                         ///< When the kernel is asked next whether there is a picture,
  std::uint64_t frames_ = 0;                   ///< after one more frame than these.
  std::chrono::seconds patience_{15};          ///< Until the next try to have one.
  SteadyTime ask_at_;                          ///< When a display that did not say what it is is asked anew.
  unsigned asked_ = 0;                         ///< How often it was.
  std::optional<std::pair<bool, bool>> told_;  ///< What the caretaker knows: whether it is lit, and open.
  SteadyTime tell_at_;
  std::optional<SteadyTime> woken_until_;
  bool key_ = false;
  unsigned calls_ = 0;
  unsigned hotplugs_ = 0;
  WallTime wall_;
  SteadyTime steady_;
};

}  // namespace lobby::app
