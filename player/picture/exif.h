#pragma once

#include <string_view>

namespace lobby::picture {

/// What a camera says of how its picture is to be shown.
struct ExifFacts {
  int orientation = 1;  ///< How the stored picture must be turned to be upright: 1 (as it is) to 8.
  bool adobe_rgb = false;
  bool operator==(const ExifFacts&) const = default;
};

/// From the TIFF structure of EXIF (CIPA DC-008, 4.6). What is damaged or says nothing leaves the usual.
ExifFacts read_exif(std::string_view tiff);

}  // namespace lobby::picture
