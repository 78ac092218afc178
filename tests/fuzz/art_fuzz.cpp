#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "stage/art.h"
#include "stage/svg.h"

/// Any bytes are drawn or refused, within the canvas; the copy of a copy is the copy.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace lobby;
  if (size > 16U * 1024U) return 0;
  const std::string_view svg(reinterpret_cast<const char*>(data), size);
  Canvas canvas({48, 48});
  static_cast<void>(stage::draw_art(canvas, {-8, 4, 64, 40}, svg, std::nullopt));
  const auto plain = stage::plain_svg(svg);
  if (plain && stage::plain_svg(*plain) != plain) std::abort();
  return 0;
}
