#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "config/screen.h"
#include "kiosk/cec.h"
#include "kiosk/ddc.h"
#include "kiosk/screen_switch.h"

namespace lobby::app {

/// What the ways of a config lead to on this board.
struct FoundWays {
  /// A way that the config names and that is not there.
  struct Missing {
    std::string name;  ///< «HDMI-CEC»
    std::string why;   ///< With the remedy.
  };
  kiosk::ScreenSwitches switches;
  std::vector<Missing> missing;
  std::vector<std::string> hints;  ///< What is no failure, and an operator should know.
};

/// Finds the switches for the ways of a config. One thread, not that which draws.
class ScreenWays {
 public:
  struct Places {
    std::filesystem::path sys = "/sys";
    std::filesystem::path dev = "/dev";
    Ioctl call = system_ioctl;
    kiosk::DdcLine line = kiosk::ddc_exchange;
  };

  explicit ScreenWays(Places places) : places_(std::move(places)) {}

  /// `is_dimmed`: the config says how bright the screen is.
  FoundWays find(const config::PowerWays& ways, bool is_dimmed) const;
  /// The same as switches: one that is missing fails with the reason, and hints are in the log once.
  kiosk::ScreenSwitches switches(const config::PowerWays& ways, bool is_dimmed);

 private:
  void find_backlights(const config::PowerWays& ways, FoundWays& found) const;
  void find_monitors(const config::PowerWays& ways, const std::vector<kiosk::Connector>& sockets,
                     FoundWays& found) const;
  void find_televisions(const config::PowerWays& ways, bool is_connected, FoundWays& found) const;

  Places places_;
  std::set<std::string> told_;  ///< Hints that the log knows.
};

}  // namespace lobby::app
