#pragma once

#include <optional>
#include <string_view>

#include "scene/scene.h"

namespace lobby::scene {

/// A text as a QR code in the middle of a box, as large as whole pixels a module let it be, with a quiet zone of four
/// modules; colours are left to the caller. Nothing where there is no text, or where its modules would be smaller than
/// a telephone can tell apart across a lobby. `unit` is the shorter side of the screen in pixels.
std::optional<QrOp> placed_qr(std::string_view text, const Rect& box, int unit);

}  // namespace lobby::scene
