#pragma once

#include <chrono>
#include <map>
#include <string>
#include <string_view>

#include "config/yaml.h"

namespace lobby::config {

class Report;

enum class Transition { fade, slide, wipe, dip, none };

/// How one slide gives way to the next.
struct Movement {
  Transition transition = Transition::fade;
  std::chrono::milliseconds duration{800};
  bool calm = false;                         ///< Nothing moves: what would, fades.
  int drift = 0;                             ///< Per cent of its side that a photo wanders while it stands.
  std::map<std::string, Transition> slides;  ///< Other transitions, by the kind of the slide that arrives.
  bool operator==(const Movement&) const = default;

  /// The transition to a slide of that kind.
  Transition towards(std::string_view kind) const;
};

/// Where the strip hangs.
enum class StripPlace { bottom, top, alternate };

/// What keeps a panel from burning in.
struct PanelCare {
  int orbit = 6;  ///< Pixels by which the whole picture wanders, each way.
  StripPlace strip = StripPlace::alternate;
  std::chrono::seconds static_limit{std::chrono::hours(4)};  ///< An alternating strip changes sides so often.
  bool operator==(const PanelCare&) const = default;
};

PanelCare read_panel_care(const Node& node, Report& report);
Movement read_movement(const Node& node, Report& report);

}  // namespace lobby::config
