#include "app/screen_ways.h"

#include <algorithm>

#include "base/log.h"
#include "kiosk/backlight.h"
#include "kiosk/connectors.h"

namespace lobby::app {

namespace {

using config::Switch;

class MissingSwitch final : public kiosk::ScreenSwitch {
 public:
  explicit MissingSwitch(FoundWays::Missing way) : way_(std::move(way)) {}
  std::string name() const override { return way_.name; }
  Result<void> apply(kiosk::Power) override { return fail(ErrorKind::unavailable, way_.why); }
  std::optional<kiosk::Power> read_back() override { return std::nullopt; }

 private:
  FoundWays::Missing way_;
};

bool is_any_connected(const std::vector<kiosk::Connector>& all) {
  return std::ranges::any_of(all, &kiosk::Connector::connected);
}

void append(kiosk::ScreenSwitches more, FoundWays& found) {
  std::ranges::move(more, std::back_inserter(found.switches));
}

}  // namespace

void ScreenWays::find_backlights(const config::PowerWays& ways, FoundWays& found) const {
  auto lights = kiosk::backlights(places_.sys);
  if (lights.empty() && ways.named) {
    found.missing.emplace_back(
        "backlight",
        "there is no light in /sys/class/backlight, where only panels of the board's own have one; take 'backlight' "
        "out of 'screen.power'");
  }
  append(std::move(lights), found);
}

/// Displays come and go: that none is there is no fault of the way.
void ScreenWays::find_monitors(const config::PowerWays& ways, const std::vector<kiosk::Connector>& sockets,
                               FoundWays& found) const {
  auto monitors = kiosk::ddc_switches(sockets, places_.line);
  if (monitors.empty() && ways.named && is_any_connected(sockets)) {
    found.missing.emplace_back("DDC/CI",
                               "the kernel names no lines to the display that is connected (/sys/class/drm/*/ddc); "
                               "take 'ddc' out of 'screen.power'");
  }
  append(std::move(monitors), found);
}

void ScreenWays::find_televisions(const config::PowerWays& ways, bool is_connected, FoundWays& found) const {
  auto adapters = kiosk::cec_adapters(places_.dev, places_.call);
  for (const auto& why : adapters.unopened) {
    if (ways.named) {
      found.missing.emplace_back(format("CEC on {}", why.substr(0, why.find(':'))), why);
    } else {
      found.hints.push_back(why);
    }
  }
  if (ways.named && !adapters.are_there) {
    found.missing.emplace_back("HDMI-CEC",
                               "there is no /dev/cec*: the kernel knows of no socket with CEC; take 'cec' "
                               "out of 'screen.power'");
  } else if (ways.named && adapters.switches.empty() && adapters.unopened.empty() && is_connected) {
    found.missing.emplace_back("HDMI-CEC",
                               "no /dev/cec* sees the display that is connected; plug it into a socket "
                               "with CEC, or take 'cec' out of 'screen.power'");
  }
  append(std::move(adapters.switches), found);
}

FoundWays ScreenWays::find(const config::PowerWays& ways, bool is_dimmed) const {
  FoundWays found;
  const auto sockets = kiosk::connectors(places_.sys);
  const bool is_connected = is_any_connected(sockets);
  if (ways.contains(Switch::backlight)) find_backlights(ways, found);
  if (ways.contains(Switch::ddc)) find_monitors(ways, sockets, found);
  // A monitor that is not there yet may be dimmed when it comes.
  const bool is_awaited = ways.contains(Switch::ddc) && !is_connected;
  if (is_dimmed && found.switches.empty() && !is_awaited) {
    found.hints.emplace_back(
        "'screen.brightness' changes nothing: there is neither a panel ('backlight') nor a monitor ('ddc') that "
        "'screen.power' leads to; name the way there, or take 'brightness' out");
  }
  if (ways.contains(Switch::cec)) find_televisions(ways, is_connected, found);
  return found;
}

kiosk::ScreenSwitches ScreenWays::switches(const config::PowerWays& ways, bool is_dimmed) {
  FoundWays found = find(ways, is_dimmed);
  for (const auto& hint : found.hints) {
    if (told_.insert(hint).second) log::warning("{}", hint);
  }
  for (auto& way : found.missing) found.switches.push_back(std::make_unique<MissingSwitch>(std::move(way)));
  return std::move(found.switches);
}

}  // namespace lobby::app
