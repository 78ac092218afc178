#pragma once

#include <cstdint>
#include <filesystem>

#include "picture/picture.h"

namespace lobby::gather {

/// Whether a picture file has the end that its format demands, which one that is being copied has not: it is short, or
/// its end is still empty. What follows the end does not matter, for phones hang films («motion photo») and further
/// pictures (MPF) behind a JPEG. What is wrong inside is found when the picture is decoded. Reads little where the end
/// is where it usually is, else the file once.
bool is_whole(const std::filesystem::path& file, picture::PictureType type, std::uintmax_t bytes);

}  // namespace lobby::gather
