#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "app/board_status.h"
#include "app/screen_ways.h"
#include "base/clock.h"
#include "base/latest.h"
#include "config/screen.h"
#include "kiosk/connectors.h"
#include "kiosk/health.h"
#include "kiosk/supply.h"
#include "kiosk/switch_board.h"

namespace lobby::app {

/// What the render thread wants of those who look after the board.
struct ScreenWish {
  kiosk::SwitchBoard::Wish wish = {};
  config::PowerWays power = {};          ///< By what.
  std::filesystem::path wake_file = {};  ///< Of the duty officer, who asks for the screen by putting it there.
  bool without_desktop = false;          ///< Then whoever comes and goes at the sockets matters.
  bool impatient = false;                ///< The screen is dark or not there: something is waited for.
  bool operator==(const ScreenWish&) const = default;
};

/// The thread that looks after the board: displays that come and go, the switches of the screen, the health of the
/// board, and the status file. Nothing of that may hold up the picture.
class Caretaker {
 public:
  struct Places {
    std::filesystem::path sys = "/sys";
    std::filesystem::path dev = "/dev";
    std::filesystem::path run;    ///< For the status file; empty: none is written.
    std::filesystem::path state;  ///< Whose disk is watched.
    Ioctl call = system_ioctl;
  };
  using Facts = std::function<void(BoardStatus&)>;

  /// `wake` is called on this thread when displays have changed or the duty officer asks for the screen; `add_facts`
  /// when a status is written, for what others know.
  Caretaker(Places places, std::function<void()> wake, Facts add_facts);
  ~Caretaker();
  Caretaker(const Caretaker&) = delete;
  Caretaker& operator=(const Caretaker&) = delete;

  /// What was at the sockets at the last look; null before the first. Any thread.
  std::shared_ptr<const std::vector<kiosk::Connector>> connectors() const { return connectors_.get(); }
  /// How often the duty officer has asked for the screen. Any thread.
  unsigned calls() const { return calls_; }
  /// How often the kernel has said that something has changed at the sockets; whoever has the display open must then
  /// ask it, and `look_again`. Any thread.
  unsigned hotplugs() const { return hotplugs_; }
  void look_again();
  /// Any thread; costs nothing where it is the same as before.
  void wish(const ScreenWish& wish);
  /// How the screen is, in one word or with the reason, for the status. Any thread.
  void tell(const ScreenStatus& screen);
  /// The thread ends soon after. Any thread.
  void stop();

 private:
  void run();
  void nudge() const;
  bool sleep_until(SteadyTime time, int ear);
  void look_at_connectors();
  void look_for_call(const ScreenWish& wish);
  void look_at_health();
  void say_how_switches_are() const;
  void write_status();
  kiosk::ScreenSwitches switches();
  ScreenWish wished() const;

  Places places_;
  std::function<void()> wake_;
  Facts add_facts_;
  Latest<std::vector<kiosk::Connector>> connectors_;
  std::atomic<unsigned> calls_ = 0;
  mutable std::mutex mutex_;  ///< Of the two below.
  ScreenWish wish_;
  ScreenStatus screen_;
  std::atomic<unsigned> hotplugs_ = 0;
  std::atomic<bool> look_again_ = true;
  std::atomic<bool> ended_ = false;
  std::atomic<bool> is_news_ = false;  ///< The status is to be written at once.
  int news_ = -1;                      ///< An eventfd: there is another wish, or an end.
  ScreenWays ways_;
  kiosk::SwitchBoard board_;
  kiosk::Health health_;
  kiosk::SupplyEar supply_;
  bool dipped_ = false;            ///< The supply was too low since the last look at the health.
  std::vector<std::string> told_;  ///< Complaints that the log knows.
  std::optional<std::filesystem::file_time_type> called_;
  bool looked_for_call_ = false;
  std::thread thread_;
};

}  // namespace lobby::app
