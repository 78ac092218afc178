#pragma once

#include <string_view>

#include "base/canvas.h"
#include "base/geometry.h"
#include "base/result.h"

// Bytes of a picture to pixels of the size that the screen needs. Any thread; no state.
namespace lobby::picture {

enum class PictureType { jpeg, png, webp, gif, avif, heif };

/// «jpeg», «png», «webp», «gif», «avif», «heif»
std::string_view to_string(PictureType type);

struct PictureInfo {
  PictureType type = PictureType::jpeg;
  Size size;  ///< As shown upright, in pixels.
  bool operator==(const PictureInfo&) const = default;
};

/// What the header says; nothing is decoded. Errs (invalid) when the bytes are no picture that the player knows, and
/// (refused) when they announce more than 100 megapixels or a side over 30,000 pixels.
Result<PictureInfo> read_picture_info(std::string_view bytes);

/// Decodes the whole picture upright in the colours of sRGB, no larger than it must be to cover `least` pixels each
/// way. Errs (invalid) when it ends early or is damaged, (refused) when it costs more than we pay.
Result<Canvas> decode_picture(std::string_view bytes, Size least);

/// Proves that a picture decodes to its last row, at the lowest cost.
Result<PictureInfo> verify_picture(std::string_view bytes);

}  // namespace lobby::picture
