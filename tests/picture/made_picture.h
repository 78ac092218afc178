#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/canvas.h"

// Pictures with everything that files may say of themselves.
namespace lobby::picture {

/// Lossless where the format allows.
struct Making {
  std::string icc = {};
  std::string exif = {};  ///< The TIFF structure.
  double gamma = 0;       ///< Of a PNG; 0: it says nothing.
  bool interlaced = false;
  std::vector<double> chromaticities = {};  ///< Of a PNG: white, red, green, blue, x before y; empty: it says nothing.
};

std::string jpeg_of(const Canvas& canvas, const Making& making = {});
std::string grey_jpeg_of(const Canvas& canvas, const Making& making = {});
/// Inks of four bytes a pixel, 255 = all of it, as Adobe writes them (inverted) or as they are.
enum class InkOrder { adobe, plain };
std::string ink_jpeg_of(const std::vector<std::uint8_t>& inks, Size size, InkOrder order, const Making& making = {});
/// The pixels are 0xAARRGGBB here.
std::string png_of(const Canvas& canvas, const Making& making = {});
std::string webp_of(const Canvas& canvas, const Making& making = {});
/// Two frames on a canvas of `size`, the first at (left, top).
std::string animated_webp_of(const Canvas& first, Size size, int left, int top, const Canvas& second);

/// EXIF that says no more than the orientation, in either byte order.
std::string exif_with(int orientation, bool big_endian = false);

std::string adobe_rgb_profile();
std::string display_p3_profile();
std::string srgb_profile();
std::string grey_profile(double gamma);
/// A table of inks, as printers have: made up, but not as simple as ink × black.
std::string ink_profile();
/// A table from RGB, as scanners have: it exchanges red and blue.
std::string table_profile();

/// What lcms makes of a pixel of that profile in sRGB.
Colour by_lcms(const std::string& icc, Colour colour);
Colour inks_by_lcms(const std::string& icc, const std::uint8_t* inks);

}  // namespace lobby::picture
