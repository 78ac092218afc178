#include "scene/placed_qr.h"

#include <algorithm>

namespace lobby::scene {

std::optional<QrOp> placed_qr(std::string_view text, const Rect& box, int unit) {
  constexpr int quiet = 4;
  // On a screen of 55 inches this is 2.7 mm; a telephone reads a code from ten times its width, here about a metre.
  constexpr double least_module = 0.4;
  auto code = qr_code(text);
  if (!code) return std::nullopt;
  const int modules = code->side + 2 * quiet;
  const int module = std::min(box.width, box.height) / modules;
  if (module < std::max(3.0, least_module * unit / 100.0)) return std::nullopt;
  const int side = module * modules;
  QrOp op;
  op.box = {box.x + (box.width - side) / 2, box.y + (box.height - side) / 2, side, side};
  op.code = *std::move(code);
  op.module = module;
  return op;
}

}  // namespace lobby::scene
