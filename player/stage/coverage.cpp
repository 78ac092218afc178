#include "stage/coverage.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace lobby::stage {

namespace {

/// Light in steps of 1/4095: fine enough that each of the 256 levels of a channel comes back as itself.
constexpr unsigned full_light = 4095;

/// The transfer function of sRGB (IEC 61966-2-1), both ways.
struct LightTable {
  std::array<std::uint16_t, 256> light{};
  std::array<std::uint8_t, full_light + 1> level{};

  LightTable() {
    for (std::size_t index = 0; index < light.size(); ++index) {
      const double value = static_cast<double>(index) / 255.0;
      const double linear = value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
      light[index] = static_cast<std::uint16_t>(std::lround(linear * full_light));
    }
    for (std::size_t index = 0; index < level.size(); ++index) {
      const double linear = static_cast<double>(index) / full_light;
      const double value = linear <= 0.0031308 ? linear * 12.92 : 1.055 * std::pow(linear, 1 / 2.4) - 0.055;
      level[index] = static_cast<std::uint8_t>(std::lround(value * 255.0));
    }
  }
};

const LightTable& table() {
  static const LightTable made;
  return made;
}

/// How much text of a colour covers for a share of the outline. Of dark text on a light ground the eye loses the thin
/// parts, so a half covered pixel counts for up to an eighth more; light text needs no help.
std::array<std::uint8_t, 256> weighed(Colour colour) {
  constexpr double help = 0.5;
  const double darkness = 1 - relative_luminance(colour);
  const double strength = help * darkness * darkness;
  std::array<std::uint8_t, 256> shares{};
  for (std::size_t index = 0; index < shares.size(); ++index) {
    const double share = static_cast<double>(index) / 255.0;
    shares[index] = static_cast<std::uint8_t>(std::lround((share + strength * share * (1 - share)) * colour.alpha));
  }
  return shares;
}

}  // namespace

Coverage::Coverage(const Rect& area)
    : area_(area),
      values_(static_cast<std::size_t>(std::max(0, area.width)) * static_cast<std::size_t>(std::max(0, area.height))) {}

void Coverage::add(int x, int y, int length, unsigned value) {
  if (y < area_.y || y >= area_.bottom()) return;
  const int first = std::max(x, area_.x);
  const int last = std::min(x + length, area_.right());
  std::uint8_t* row = values_.data() + static_cast<std::ptrdiff_t>(y - area_.y) * area_.width;
  for (int at = first; at < last; ++at) {
    auto& here = row[at - area_.x];
    here = static_cast<std::uint8_t>(std::min(255U, here + value));
  }
}

void blend_light(const Coverage& coverage, Colour colour, Canvas& canvas, int x, int y) {
  const auto& [light, level] = table();
  const auto shares = weighed(colour);
  const Rect& covered = coverage.area();
  const Rect area = intersection({covered.x + x, covered.y + y, covered.width, covered.height}, canvas.bounds());
  const std::array<unsigned, 3> over{light[colour.red], light[colour.green], light[colour.blue]};
  for (int row = area.y; row < area.bottom(); ++row) {
    const std::uint8_t* source = coverage.row(row - y) - covered.x - x;
    std::uint32_t* target = canvas.row(row);
    for (int at = area.x; at < area.right(); ++at) {
      const unsigned share = shares[source[at]];
      if (share == 0) continue;
      if (share == 255) {
        target[at] = pack(colour);
        continue;
      }
      const std::uint32_t under = target[at];
      const auto mix = [&](unsigned from, unsigned to) -> std::uint32_t {
        return level[(light[from] * (255U - share) + to * share + 127U) / 255U];
      };
      target[at] = 0xFF000000U | mix(under >> 16U & 0xFFU, over[0]) << 16U | mix(under >> 8U & 0xFFU, over[1]) << 8U |
                   mix(under & 0xFFU, over[2]);
    }
  }
}

}  // namespace lobby::stage
