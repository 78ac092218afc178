#include <algorithm>
#include <cstdio>
#include <ctime>
#include <vector>

#include "stage/drift.h"
#include "stage/transition.h"

// What one frame of a transition or of a drift costs the processor at 1920 × 1080, without what the display server
// takes.
namespace {

using namespace lobby;
using namespace lobby::stage;

double milliseconds_now() { return 1'000.0 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

Canvas speckled(Size size, std::uint32_t seed) {
  Canvas canvas(size);
  for (int y = 0; y < size.height; ++y) {
    for (int x = 0; x < size.width; ++x) canvas.row(y)[x] = 0xFF000000U | (seed = seed * 1664525U + 1013904223U) >> 8U;
  }
  return canvas;
}

/// `draw` draws the frame at a share of 0 to 1 of the way.
template <typename Draw>
void measure(const char* name, Draw draw) {
  std::vector<double> milliseconds;
  for (int frame = 1; frame < 240; ++frame) {
    const double began = milliseconds_now();
    draw(frame / 240.0);
    milliseconds.push_back(milliseconds_now() - began);
  }
  std::ranges::sort(milliseconds);
  std::printf("%-24s %6.2f ms half %6.2f ms 95 %%\n", name, milliseconds[milliseconds.size() / 2],
              milliseconds[milliseconds.size() * 95 / 100]);
}

constexpr Size screen{1920, 1080};

void row(const char* name, TransitionKind kind) {
  const Canvas from = speckled(screen, 1);
  const Canvas to = speckled(screen, 2);
  Canvas surface(screen);
  const Mixer mixer(from, to, {12, 26, 38});
  measure(name, [&](double share) {
    const auto patches = patches_at({kind, {0, 0, 1920, 968}}, screen, share);
    for (int y = 0; y < screen.height; ++y) mixer.draw_row(patches, y, surface.row(y));
  });
}

void drift_row(const char* name, const Rect& veil) {
  Drift drift{{0, 0, 1920, 968}, speckled({1920, 1016}, 1), {0, 48}, {0, 0}, {}};
  const Size size{veil.width, veil.height};
  drift.veil = veil_of(speckled(size, 2), speckled(size, 3), veil);
  Canvas surface(screen);
  measure(name, [&](double share) { draw_drift(drift, share, surface); });
}

}  // namespace

int main() {
  row("fade", TransitionKind::fade);
  row("dip", TransitionKind::dip);
  row("slide", TransitionKind::slide);
  row("wipe", TransitionKind::wipe);
  drift_row("drift", {});
  drift_row("drift under a scrim", {0, 600, 1920, 368});
  return 0;
}
