#pragma once

#include <optional>

#include "picture/colours.h"

namespace lobby::picture {

/// The colours that two code points of Rec. ITU-T H.273 name: primaries and transfer, as AVIF and HEIF write them.
/// What is brighter than the paper of a high dynamic range becomes white. Nothing for sRGB, what is close to it, and
/// what they leave open.
std::optional<Colours> colours_of_code_points(int primaries, int transfer);

}  // namespace lobby::picture
