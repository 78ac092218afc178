#include "show/shown.h"

#include <utility>

#include "picture/resample.h"

namespace lobby::show {

namespace {

void turn(std::vector<Part>& parts, Size size, int rotate) {
  for (auto& [area, pixels] : parts) {
    area = turned(area, size, rotate);
    pixels = turned(pixels, rotate);
  }
}

}  // namespace

Shown hung(Frame frame, int rotate, std::chrono::milliseconds dwell) {
  std::string title = frame.composition.slide.title();
  if (title.empty()) title = frame.composition.slide.kind();
  Shown shown{std::move(frame), {}, std::move(title), dwell, rotate};
  if (rotate == 0) return shown;
  const Size size = shown.frame.canvas.size();
  shown.device = turned(shown.frame.canvas, rotate);
  turn(shown.frame.under_texts, size, rotate);
  if (auto& drifting = shown.frame.drifting) {
    drifting->drift = turned(std::move(drifting->drift), size, rotate);
    turn(drifting->under_texts, size, rotate);
  }
  return shown;
}

Canvas stand_in(Shown& shown, Size screen) {
  const Canvas& standing = shown.canvas();
  const Rect place = contained(standing.size(), {0, 0, screen.width, screen.height});
  Canvas whole = picture::resampled(standing, standing.bounds(), {place.width, place.height});
  if (whole.size() == screen) return whole;
  Canvas canvas(screen);
  place_part(whole, canvas, place);
  return canvas;
}

void renew_strip(Shown& shown, const scene::Surroundings& surroundings) {
  const auto& composition = shown.frame.composition;
  const theme::Dress& dress = *composition.dress;
  auto strip = compose_strip(composition, surroundings);
  if (strip == composition.strip) return;
  replace_strip(shown.frame, std::move(strip), dress);
  if (!shown.device.empty()) shown.device = turned(shown.frame.canvas, shown.rotate);
}

}  // namespace lobby::show
