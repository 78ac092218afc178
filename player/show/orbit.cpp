#include "show/orbit.h"

namespace lobby::show {

stage::Offset orbit(std::int64_t step, int radius) {
  // Row by row to and fro, and the same way back: a step is never longer than a pixel.
  const std::int64_t side = 2 * radius + 1;
  const std::int64_t places = side * side;
  const std::int64_t round = places > 1 ? 2 * (places - 1) : 1;
  // The middle place comes first, so that a screen begins as it was laid out.
  std::int64_t place = (step + places / 2) % round;
  if (place >= places) place = round - place;
  const std::int64_t down = place / side;
  const std::int64_t along = place % side;
  const std::int64_t right = down % 2 == 0 ? along : side - 1 - along;
  return {static_cast<int>(right) - radius, static_cast<int>(down) - radius};
}

}  // namespace lobby::show
