#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "base/canvas.h"
#include "show/compose.h"
#include "show/passage.h"

namespace lobby::show {

/// A slide as it stands on the screen.
struct Shown {
  Frame frame;
  Canvas device;      ///< The frame turned for the screen, with what is under its texts; empty while it is not.
  std::string title;  ///< For status lines; the kind of a slide without one.
  std::chrono::milliseconds dwell{};
  int rotate = 0;  ///< Degrees clockwise by which it is turned, whatever the config says by now.
  Canvas& canvas() { return device.empty() ? frame.canvas : device; }
  Side side() { return {canvas(), frame.under_texts}; }
};

/// Whether it is of a screen of that size. Else what comes in its place is being prepared.
inline bool fits(Shown& shown, Size screen) { return shown.canvas().size() == screen; }

/// What stands, for a screen of another size, until what is being prepared for that takes its place: whole, on black.
Canvas stand_in(Shown& shown, Size screen);

/// Turns a frame clockwise for a screen that hangs so.
Shown hung(Frame frame, int rotate, std::chrono::milliseconds dwell);

/// Sets the strip anew, where it would say something else now.
void renew_strip(Shown& shown, const scene::Surroundings& surroundings);

}  // namespace lobby::show
