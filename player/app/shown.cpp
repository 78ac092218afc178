#include "app/shown.h"

#include <utility>

namespace lobby::app {

Shown hung(Frame frame, int rotate, std::chrono::milliseconds dwell) {
  Shown shown{std::move(frame), {}, dwell, rotate};
  if (rotate == 0) return shown;
  shown.device = stage::turned(shown.frame.canvas, rotate);
  for (auto& [area, pixels] : shown.frame.under_texts) {
    area = stage::turned(area, shown.frame.canvas.size(), rotate);
    pixels = stage::turned(pixels, rotate);
  }
  return shown;
}

void renew_strip(Shown& shown, const scene::Surroundings& surroundings) {
  const auto& composition = shown.frame.composition;
  const Dress& dress = *composition.dress;
  auto strip = compose_strip(composition, surroundings);
  if (strip == composition.strip) return;
  replace_strip(shown.frame, std::move(strip), dress);
  if (!shown.device.empty()) shown.device = stage::turned(shown.frame.canvas, shown.rotate);
}

}  // namespace lobby::app
