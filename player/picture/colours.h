#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

// What the numbers of a picture mean: light. The room's only door to lcms.
namespace lobby::picture {

/// How much light each of 256 numbers stands for, 0 to 1.
using Curve = std::array<float, 256>;

/// Three channels of numbers to the light of the three colours of sRGB.
struct Colours {
  std::array<Curve, 3> curves;              ///< Red, green, blue.
  std::optional<std::array<float, 9>> mix;  ///< Row by row; nothing where the colours are those of sRGB.
};

/// The colours of sRGB (IEC 61966-2-1).
const Colours& srgb_colours();

/// The number in sRGB, 0 to 255, of an amount of light in 65,535 parts.
const std::array<std::uint8_t, 65'536>& srgb_numbers();

/// From an ICC profile of curves and a matrix, or of grey: Adobe RGB, Display P3 and the like. Nothing for sRGB itself,
/// for other kinds of profiles, and for a broken one.
std::optional<Colours> colours_of_profile(std::string_view icc);

/// Adobe RGB (1998).
const Colours& adobe_rgb_colours();

/// Numbers that follow a power of the light, as a PNG may say: `gamma` of the file, 0.45455 for the usual 2.2.
Colours colours_of_gamma(double gamma);

/// A white and three colours by their chromaticities, as a PNG may say.
struct Primaries {
  struct Point {
    double x = 0;
    double y = 0;
  };
  Point white, red, green, blue;
};

/// With the curve of `gamma`, or of sRGB where there is none. Nothing for sRGB itself, and where no light has such
/// colours.
std::optional<Colours> colours_of_primaries(const Primaries& primaries, std::optional<double> gamma);

/// Pixels whose profile is a table: inks, and RGB of scanners and printers.
class TableProfile {
 public:
  enum class Numbers { bgrx, inks, inverted_inks };

  TableProfile() = default;
  /// Empty where the profile is broken or is for other numbers.
  TableProfile(std::string_view icc, Numbers numbers);
  ~TableProfile();
  TableProfile(TableProfile&& other) noexcept;
  TableProfile& operator=(TableProfile&& other) noexcept;

  explicit operator bool() const { return transform_ != nullptr; }
  /// Four bytes a pixel to 0x..RRGGBB of sRGB; both may be the same memory.
  void apply(const void* from, std::uint32_t* to, std::size_t pixels) const;

 private:
  void* transform_ = nullptr;
};

}  // namespace lobby::picture
