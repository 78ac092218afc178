#include "show/panel_keeper.h"

#include "show/orbit.h"

namespace lobby::show {

stage::Offset PanelKeeper::offset(const config::PanelCare& care, SteadyTime now) const {
  return orbit(up(now) / std::chrono::minutes(1), care.orbit);
}

scene::StripSide PanelKeeper::strip_side(const config::PanelCare& care, SteadyTime now) const {
  using scene::StripSide;
  switch (care.strip) {
    case config::StripPlace::bottom:
      return StripSide::below;
    case config::StripPlace::top:
      return StripSide::above;
    case config::StripPlace::alternate:
      break;
  }
  return up(now) / care.static_limit % 2 == 0 ? StripSide::below : StripSide::above;
}

}  // namespace lobby::show
