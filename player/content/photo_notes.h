#pragma once

#include <string>
#include <string_view>

namespace lobby::content {

/// What a photographer wrote into a picture file.
struct PhotoNotes {
  std::string caption;  ///< Clean, NFC; empty where there is none, or only a camera's own words.
  std::string credit;   ///< Who made it; the same.
  bool operator==(const PhotoNotes&) const = default;
};

/// The description inside the first bytes of a JPEG, PNG or WebP file, cut wherever it may be: XMP before IPTC before
/// EXIF, Vietnamese before other languages, any charset. Never errs: what cannot be read says nothing. Pure; any
/// thread.
PhotoNotes photo_notes(std::string_view bytes);

}  // namespace lobby::content
