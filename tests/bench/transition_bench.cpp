#include <algorithm>
#include <cstdio>
#include <ctime>
#include <vector>

#include "stage/transition.h"

// What one frame of a transition costs the processor at 1920 × 1080, without what the display server takes.
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

void row(const char* name, TransitionKind kind) {
  constexpr Size screen{1920, 1080};
  const Canvas from = speckled(screen, 1);
  const Canvas to = speckled(screen, 2);
  Canvas surface(screen);
  const Mixer mixer(from, to, {12, 26, 38});
  std::vector<double> milliseconds;
  for (int frame = 1; frame < 240; ++frame) {
    const double began = milliseconds_now();
    const auto patches = patches_at({kind, {0, 0, 1920, 968}}, screen, frame / 240.0);
    for (int y = 0; y < screen.height; ++y) mixer.draw_row(patches, y, surface.row(y));
    milliseconds.push_back(milliseconds_now() - began);
  }
  std::ranges::sort(milliseconds);
  std::printf("%-8s %6.2f ms half %6.2f ms 95 %%\n", name, milliseconds[milliseconds.size() / 2],
              milliseconds[milliseconds.size() * 95 / 100]);
}

}  // namespace

int main() {
  row("fade", TransitionKind::fade);
  row("dip", TransitionKind::dip);
  row("slide", TransitionKind::slide);
  row("wipe", TransitionKind::wipe);
  return 0;
}
