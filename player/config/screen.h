#pragma once

#include <chrono>
#include <optional>
#include <set>
#include <vector>

#include "base/display_mode.h"
#include "base/local_time.h"
#include "config/occasion.h"
#include "config/yaml.h"

// How the screen hangs and when it is on. Plain data and pure functions; any thread.
namespace lobby::config {

class Report;

/// By what a display is switched off and on.
enum class Switch {
  dpms,       ///< Its cable carries no picture any more.
  cec,        ///< The television is told over HDMI.
  backlight,  ///< The light behind a panel.
  ddc         ///< A monitor is told over the lines on which it is asked for its modes.
};

/// How bright it is at such moments; per cent.
struct Brightness {
  int level = 100;
  Occasion when = {};
  bool operator==(const Brightness&) const = default;
};

/// The ways by which a display is switched.
struct PowerWays {
  std::set<Switch> ways = {Switch::dpms, Switch::cec, Switch::backlight};
  bool named = false;  ///< By the config: then each of them has to be there. What holds without it are guesses.
  bool contains(Switch way) const { return ways.contains(way); }
  bool operator==(const PowerWays&) const = default;
};

struct Screen {
  int rotate = 0;  ///< Degrees clockwise: 0, 90, 180 or 270.
  TimeZone timezone;
  ModeWish mode = {};
  /// It is on while one of these holds. Empty: nobody says, and nothing is ever switched.
  std::vector<Occasion> on = {};
  std::vector<Brightness> brightness = {};  ///< The first that holds counts. Empty: nobody says.
  PowerWays power = {};
  std::chrono::seconds wake = std::chrono::minutes(10);  ///< So long it is on after a key was pressed.
  bool operator==(const Screen&) const = default;
};

/// Whether the screen is on by its hours. It stays on where nobody says and while the clock is not believed, when `now`
/// is nothing: dark by mistake is worse than lit by mistake.
bool is_on_at(const Screen& screen, const std::optional<LocalTime>& now);

/// How bright it is; nothing: as it is.
std::optional<int> brightness_at(const Screen& screen, const std::optional<LocalTime>& now);

/// The next moment after `from` at which `is_on_at` gives another answer, within a week.
std::optional<LocalTime> switched_at(const Screen& screen, const LocalTime& from);

/// Reads `screen`.
Screen read_screen(const Node& node, Report& report);

}  // namespace lobby::config
