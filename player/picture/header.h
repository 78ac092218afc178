#pragma once

#include <string_view>

#include "base/geometry.h"
#include "base/result.h"
#include "picture/exif.h"
#include "picture/picture.h"

namespace lobby::picture {

/// What stands before the pixels.
struct Header {
  PictureType type = PictureType::jpeg;
  Size stored;  ///< Before it is turned upright.
  ExifFacts exif;
};

/// Reads the header alone, without a decoder: it is safe with any bytes. Errs (invalid) when they are no picture that
/// the player knows or end too early.
Result<Header> read_header(std::string_view bytes);

/// Whether an orientation of EXIF exchanges width and height.
inline bool sideways(int orientation) { return orientation >= 5; }

inline Size upright(Size stored, int orientation) {
  return sideways(orientation) ? Size{stored.height, stored.width} : stored;
}

}  // namespace lobby::picture
