#pragma once

#include <optional>
#include <string_view>

#include "picture/header.h"

// What an AVIF or HEIF file says of its picture: boxes within boxes (ISO/IEC 14496-12, 23008-12).
namespace lobby::picture {

/// By the brands at its very beginning; nothing where it is neither.
std::optional<PictureType> heif_type(std::string_view bytes);

/// The size of the primary picture as its boxes crop and turn it, which the decoder does, so that `stored` is upright.
/// An orientation of EXIF is only a note there (ISO/IEC 23008-12, A.2.1): whoever obeyed both would turn it twice.
/// Nothing where the file is damaged or ends before it has said that. Any bytes; it takes time in proportion to them
/// and no memory.
std::optional<Header> heif_header(std::string_view bytes);

}  // namespace lobby::picture
