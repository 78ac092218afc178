#include "picture/colours.h"

#include <lcms2.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>

namespace lobby::picture {

namespace {

struct Closer {
  void operator()(void* profile) const { cmsCloseProfile(profile); }
};
using Profile = std::unique_ptr<void, Closer>;

struct CurveDeleter {
  void operator()(cmsToneCurve* curve) const { cmsFreeToneCurve(curve); }
};
using ToneCurve = std::unique_ptr<cmsToneCurve, CurveDeleter>;

using Matrix = std::array<float, 9>;

/// IEC 61966-2-1, both ways.
double light_of(double number) { return number <= 0.04045 ? number / 12.92 : std::pow((number + 0.055) / 1.055, 2.4); }
double number_of(double light) { return light <= 0.0031308 ? light * 12.92 : 1.055 * std::pow(light, 1 / 2.4) - 0.055; }

template <typename Function>
Curve curve_of(Function light) {
  Curve curve;
  for (std::size_t number = 0; number < curve.size(); ++number) {
    curve[number] = static_cast<float>(light(static_cast<double>(number) / 255));
  }
  return curve;
}

/// From XYZ under D50, in which profiles speak, to the light of sRGB: the inverse of the colorants in the profile of
/// sRGB that the ICC publishes (sRGB2014.icc).
constexpr Matrix from_xyz{3.1340957F, -1.6174004F, -0.4906378F, -0.9787927F, 1.9162949F,
                          0.0334536F, 0.0719711F,  -0.2289871F, 1.4053802F};

Matrix product(const Matrix& a, const Matrix& b) {
  Matrix result{};
  for (std::size_t row = 0; row < 3; ++row) {
    for (std::size_t column = 0; column < 3; ++column) {
      for (std::size_t index = 0; index < 3; ++index) {
        result[row * 3 + column] += a[row * 3 + index] * b[index * 3 + column];
      }
    }
  }
  return result;
}

/// White must stay white to the last digit, whatever was rounded in the profile.
void keep_white(Matrix& mix) {
  for (std::size_t row = 0; row < 3; ++row) {
    const float sum = mix[row * 3] + mix[row * 3 + 1] + mix[row * 3 + 2];
    for (std::size_t column = 0; column < 3; ++column) mix[row * 3 + column] /= sum;
  }
}

/// Whether a white of that matrix is that of all profiles, so that nothing has to be guessed.
bool sound(const Matrix& mix) {
  for (std::size_t row = 0; row < 3; ++row) {
    const float sum = mix[row * 3] + mix[row * 3 + 1] + mix[row * 3 + 2];
    if (!(sum > 0.9F && sum < 1.1F)) return false;
  }
  return true;
}

bool is_identity(const Matrix& mix) {
  for (std::size_t index = 0; index < mix.size(); ++index) {
    if (std::abs(mix[index] - (index % 4 == 0 ? 1.0F : 0.0F)) > 0.004F) return false;
  }
  return true;
}

/// Curves that would move no number by as much as one.
bool like_srgb(const Curve& curve) {
  for (std::size_t number = 0; number < curve.size(); ++number) {
    if (std::abs(255 * number_of(curve[number]) - static_cast<double>(number)) > 0.9) return false;
  }
  return true;
}

std::optional<Curve> curve_in(const Profile& profile, cmsTagSignature tag) {
  const auto* tone = static_cast<const cmsToneCurve*>(cmsReadTag(profile.get(), tag));
  if (tone == nullptr) return std::nullopt;
  return curve_of([tone](double number) {
    const float light = cmsEvalToneCurveFloat(tone, static_cast<float>(number));
    return std::isfinite(light) ? std::clamp(light, 0.0F, 1.0F) : 0.0F;
  });
}

std::optional<Colours> colours_of_rgb(const Profile& profile) {
  const auto red = curve_in(profile, cmsSigRedTRCTag);
  const auto green = curve_in(profile, cmsSigGreenTRCTag);
  const auto blue = curve_in(profile, cmsSigBlueTRCTag);
  if (!red || !green || !blue) return std::nullopt;
  Matrix colorants{};
  std::size_t column = 0;
  for (const auto tag : {cmsSigRedColorantTag, cmsSigGreenColorantTag, cmsSigBlueColorantTag}) {
    const auto* xyz = static_cast<const cmsCIEXYZ*>(cmsReadTag(profile.get(), tag));
    if (xyz == nullptr) return std::nullopt;
    colorants[column] = static_cast<float>(xyz->X);
    colorants[3 + column] = static_cast<float>(xyz->Y);
    colorants[6 + column] = static_cast<float>(xyz->Z);
    ++column;
  }
  Colours colours{{*red, *green, *blue}, product(from_xyz, colorants)};
  if (!sound(*colours.mix)) return std::nullopt;
  keep_white(*colours.mix);
  if (is_identity(*colours.mix)) colours.mix.reset();
  if (!colours.mix && std::ranges::all_of(colours.curves, like_srgb)) return std::nullopt;
  return colours;
}

/// A number, for a broken file holds none of the names that the enumeration knows.
std::uint32_t space_of(const Profile& profile) { return static_cast<std::uint32_t>(cmsGetColorSpace(profile.get())); }

void silence() {
  cmsSetLogErrorHandler([](cmsContext, cmsUInt32Number, const char*) {});
}

Profile opened(std::string_view icc) {
  silence();
  return Profile(cmsOpenProfileFromMem(icc.data(), static_cast<cmsUInt32Number>(icc.size())));
}

std::array<std::uint8_t, 65'536> numbers_by_light() {
  std::array<std::uint8_t, 65'536> numbers{};
  for (std::size_t light = 0; light < numbers.size(); ++light) {
    numbers[light] = static_cast<std::uint8_t>(std::lround(255 * number_of(static_cast<double>(light) / 65'535)));
  }
  return numbers;
}

}  // namespace

const Colours& srgb_colours() {
  static const Curve curve = curve_of(light_of);
  static const Colours colours{{curve, curve, curve}, std::nullopt};
  return colours;
}

const std::array<std::uint8_t, 65'536>& srgb_numbers() {
  static const auto numbers = numbers_by_light();
  return numbers;
}

std::optional<Colours> colours_of_profile(std::string_view icc) {
  const Profile profile = opened(icc);
  if (!profile) return std::nullopt;
  const std::uint32_t space = space_of(profile);
  if (space == cmsSigRgbData && cmsIsMatrixShaper(profile.get()) != 0) return colours_of_rgb(profile);
  if (space != cmsSigGrayData) return std::nullopt;
  const auto curve = curve_in(profile, cmsSigGrayTRCTag);
  if (!curve || like_srgb(*curve)) return std::nullopt;
  return Colours{{*curve, *curve, *curve}, std::nullopt};
}

const Colours& adobe_rgb_colours() {
  // Adobe RGB (1998) Color Image Encoding, 4.3.4 and annex C: gamma 563/256; the matrix to XYZ under D50.
  static const Curve curve = curve_of([](double number) { return std::pow(number, 563.0 / 256); });
  static const Colours colours = [] {
    Matrix mix =
        product(from_xyz, {0.60974F, 0.20528F, 0.14919F, 0.31111F, 0.62567F, 0.06322F, 0.01947F, 0.06087F, 0.74457F});
    keep_white(mix);
    return Colours{{curve, curve, curve}, mix};
  }();
  return colours;
}

Colours colours_of_gamma(double gamma) {
  const Curve curve = curve_of([gamma](double number) { return std::pow(number, 1 / gamma); });
  return {{curve, curve, curve}, std::nullopt};
}

std::optional<Colours> colours_of_primaries(const Primaries& primaries, std::optional<double> gamma) {
  const auto& [white, red, green, blue] = primaries;
  for (const auto& [x, y] : {white, red, green, blue}) {
    if (!(x >= 0 && y > 0 && x + y <= 1)) return std::nullopt;
  }
  constexpr int as_in_srgb = 4;  // of lcms' families of curves
  constexpr std::array<double, 5> srgb{2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045};
  const ToneCurve curve(gamma ? cmsBuildGamma(nullptr, 1 / *gamma)
                              : cmsBuildParametricToneCurve(nullptr, as_in_srgb, srgb.data()));
  const cmsCIExyY light{white.x, white.y, 1};
  const cmsCIExyYTRIPLE colours{{red.x, red.y, 1}, {green.x, green.y, 1}, {blue.x, blue.y, 1}};
  const std::array<cmsToneCurve*, 3> curves{curve.get(), curve.get(), curve.get()};
  silence();
  const Profile profile(cmsCreateRGBProfile(&light, &colours, curves.data()));
  return profile ? colours_of_rgb(profile) : std::nullopt;
}

TableProfile::TableProfile(std::string_view icc, Numbers numbers) {
  const Profile profile = opened(icc);
  const Profile srgb(cmsCreate_sRGBProfile());
  const bool inks = numbers != Numbers::bgrx;
  if (!profile || !srgb || space_of(profile) != (inks ? cmsSigCmykData : cmsSigRgbData)) return;
  cmsUInt32Number order = TYPE_BGRA_8;
  if (inks) order = numbers == Numbers::inverted_inks ? TYPE_CMYK_8_REV : TYPE_CMYK_8;
  transform_ = cmsCreateTransform(profile.get(), order, srgb.get(), TYPE_BGRA_8, INTENT_RELATIVE_COLORIMETRIC,
                                  cmsFLAGS_BLACKPOINTCOMPENSATION);
}

TableProfile::~TableProfile() {
  if (transform_ != nullptr) cmsDeleteTransform(transform_);
}

TableProfile::TableProfile(TableProfile&& other) noexcept : transform_(std::exchange(other.transform_, nullptr)) {}

TableProfile& TableProfile::operator=(TableProfile&& other) noexcept {
  std::swap(transform_, other.transform_);
  return *this;
}

void TableProfile::apply(const void* from, std::uint32_t* to, std::size_t pixels) const {
  cmsDoTransform(transform_, from, to, static_cast<cmsUInt32Number>(pixels));
}

}  // namespace lobby::picture
