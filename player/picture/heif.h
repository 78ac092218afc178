#pragma once

#include <string_view>

#include "base/canvas.h"
#include "base/geometry.h"
#include "base/result.h"
#include "picture/confine.h"
#include "picture/header.h"

// AVIF and HEIF through libheif. That library brings decoders and encoders of videos, so only a program of its own,
// lobby-picture-heif, is linked with it; in all others `decode_heif` says so.
namespace lobby::picture {

/// Loads what decoding will need from files. Before the process is confined. Says whether decoders work on threads.
Threads begin_heif();

/// Decodes the primary picture to `target` over the colour of paper where it is
/// transparent. Errs (invalid) when it is damaged or of a kind that cannot be decoded here.
Result<Canvas> decode_heif(std::string_view bytes, const Header& header, Size target);

}  // namespace lobby::picture
