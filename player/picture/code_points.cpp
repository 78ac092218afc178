#include "picture/code_points.h"

#include <algorithm>
#include <cmath>

namespace lobby::picture {

namespace {

constexpr Primaries::Point d65{0.3127, 0.3290};

// Table 2.
std::optional<Primaries> primaries_of(int code) {
  switch (code) {
    case 1:
      return Primaries{d65, {0.640, 0.330}, {0.300, 0.600}, {0.150, 0.060}};
    case 5:
      return Primaries{d65, {0.640, 0.330}, {0.290, 0.600}, {0.150, 0.060}};
    case 6:
    case 7:
      return Primaries{d65, {0.630, 0.340}, {0.310, 0.595}, {0.155, 0.070}};
    case 9:
      return Primaries{d65, {0.708, 0.292}, {0.170, 0.797}, {0.131, 0.046}};
    case 11:
      return Primaries{{0.314, 0.351}, {0.680, 0.320}, {0.265, 0.690}, {0.150, 0.060}};
    case 12:
      return Primaries{d65, {0.680, 0.320}, {0.265, 0.690}, {0.150, 0.060}};
    default:
      return std::nullopt;
  }
}

// Table 3. Those of television are meant for the displays that sRGB is meant for.
std::optional<double> gamma_of(int transfer) {
  switch (transfer) {
    case 4:
      return 1 / 2.2;
    case 5:
      return 1 / 2.8;
    case 8:
      return 1.0;
    default:
      return std::nullopt;
  }
}

constexpr int perceptual_quantizer = 16;
constexpr int hybrid_log_gamma = 18;

/// Rec. ITU-R BT.2100, table 4; paper at 203 cd/m², as BT.2408 has it.
double light_of_quantizer(double number) {
  constexpr double m1 = 0.1593017578125;
  constexpr double m2 = 78.84375;
  constexpr double c1 = 0.8359375;
  constexpr double c2 = 18.8515625;
  constexpr double c3 = 18.6875;
  const double power = std::pow(number, 1 / m2);
  return 10'000.0 / 203 * std::pow(std::max(power - c1, 0.0) / (c2 - c3 * power), 1 / m1);
}

/// Rec. ITU-R BT.2100, table 5; paper at three quarters of the signal.
double light_of_log_gamma(double number) {
  constexpr double a = 0.17883277;
  constexpr double b = 1 - 4 * a;
  constexpr double c = 0.55991073;
  const auto scene = [](double value) {
    return value <= 0.5 ? value * value / 3 : (std::exp((value - c) / a) + b) / 12;
  };
  return scene(number) / scene(0.75);
}

Curve curve_of(double (*light)(double)) {
  Curve curve;
  for (std::size_t number = 0; number < curve.size(); ++number) {
    curve[number] = static_cast<float>(std::clamp(light(static_cast<double>(number) / 255), 0.0, 1.0));
  }
  return curve;
}

}  // namespace

std::optional<Colours> colours_of_code_points(int primaries, int transfer) {
  const auto known = primaries_of(primaries);
  if (!known) return std::nullopt;
  const bool high = transfer == perceptual_quantizer || transfer == hybrid_log_gamma;
  if (!high) return colours_of_primaries(*known, gamma_of(transfer));
  auto colours = colours_of_primaries(*known, 1.0);
  if (!colours) return colours;
  colours->curves.fill(curve_of(transfer == hybrid_log_gamma ? light_of_log_gamma : light_of_quantizer));
  return colours;
}

}  // namespace lobby::picture
