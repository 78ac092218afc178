#include "config/movement.h"

#include "config/reader.h"
#include "config/slide_kinds.h"

namespace lobby::config {

namespace {

const Scalar<Transition>& transition() {
  static const auto scalar = choice<Transition>({{"fade", Transition::fade},
                                                 {"slide", Transition::slide},
                                                 {"wipe", Transition::wipe},
                                                 {"dip", Transition::dip},
                                                 {"none", Transition::none}});
  return scalar;
}

const Scalar<StripPlace>& strip_place() {
  static const auto scalar = choice<StripPlace>(
      {{"bottom", StripPlace::bottom}, {"top", StripPlace::top}, {"alternate", StripPlace::alternate}});
  return scalar;
}

}  // namespace

Transition Movement::towards(std::string_view kind) const {
  const auto own = slides.find(std::string(kind));
  const Transition chosen = own == slides.end() ? transition : own->second;
  const bool moves = chosen == Transition::slide || chosen == Transition::wipe;
  return calm && moves ? Transition::fade : chosen;
}

PanelCare read_panel_care(const Node& node, Report& report) {
  const MapReader map(node, "'panel_care'", {"orbit", "strip", "static_limit"}, report);
  PanelCare care;
  map.read("orbit", whole_number(0, 16), care.orbit);
  map.read("strip", strip_place(), care.strip);
  map.read("static_limit", duration("10m", "7d"), care.static_limit);
  return care;
}

Movement read_movement(const Node& node, Report& report) {
  const MapReader map(node, "'movement'", {"transition", "duration", "calm", "drift", "slides"}, report);
  Movement movement;
  map.read("transition", transition(), movement.transition);
  map.read("duration", short_duration("200ms", "3s"), movement.duration);
  map.read("calm", truth(), movement.calm);
  map.read("drift", whole_number(0, 10), movement.drift);
  const Node* slides = map.find("slides");
  if (slides == nullptr) return movement;
  const MapReader own(*slides, "'slides'", slide_kinds, report);
  for (const std::string_view kind : slide_kinds) {
    std::optional<Transition> chosen;
    if (own.read(kind, transition(), chosen) && chosen) movement.slides.emplace(kind, *chosen);
  }
  return movement;
}

}  // namespace lobby::config
