#include "stage/coverage.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstring>

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

/// How much text of a colour covers for a share of the outline. The eye spreads light: of dark text it loses the thin
/// parts, and in light text the gaps between marks and letters fill up. So a half covered pixel counts for up to an
/// eighth more in black text, and up to a twelfth less in white.
std::array<std::uint8_t, 256> weighed(Colour colour) {
  constexpr double more = 0.5;
  constexpr double less = 0.35;
  const double light = relative_luminance(colour);
  const double strength = more * (1 - light) * (1 - light) - less * light * light;
  std::array<std::uint8_t, 256> shares{};
  for (std::size_t index = 0; index < shares.size(); ++index) {
    const double share = static_cast<double>(index) / 255.0;
    shares[index] = static_cast<std::uint8_t>(std::lround((share + strength * share * (1 - share)) * colour.alpha));
  }
  return shares;
}

/// The first place from `at` on where there is something; most of a line is nothing.
int next_covered(const std::uint8_t* row, int at, int end) {
  std::uint64_t eight = 0;
  while (end - at >= static_cast<int>(sizeof eight)) {
    std::memcpy(&eight, row + at, sizeof eight);
    if (eight != 0) break;
    at += static_cast<int>(sizeof eight);
  }
  while (at < end && row[at] == 0) ++at;
  return at;
}

struct Light {
  unsigned red, green, blue;
};

/// `over` on `under` with a share of 0 to 255.
std::uint32_t mixed(std::uint32_t under, const Light& over, unsigned share) {
  const auto& [light, level] = table();
  const auto channel = [&](std::uint32_t from, unsigned to) -> std::uint32_t {
    return level[(light[from & 0xFFU] * (255U - share) + to * share + 127U) / 255U];
  };
  return 0xFF000000U | channel(under >> 16U, over.red) << 16U | channel(under >> 8U, over.green) << 8U |
         channel(under, over.blue);
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
  if (value >= 255 && first < last) {
    std::fill_n(row + (first - area_.x), last - first, std::uint8_t{255});
    return;
  }
  for (int at = first; at < last; ++at) {
    auto& here = row[at - area_.x];
    here = static_cast<std::uint8_t>(std::min(255U, here + value));
  }
}

void blend_light(const Coverage& coverage, Colour colour, Canvas& canvas, int x, int y) {
  const auto shares = weighed(colour);
  const Rect& covered = coverage.area();
  const Rect area = intersection({covered.x + x, covered.y + y, covered.width, covered.height}, canvas.bounds());
  const std::uint32_t solid = pack(colour);
  const Light light{table().light[colour.red], table().light[colour.green], table().light[colour.blue]};
  for (int row = area.y; row < area.bottom(); ++row) {
    const std::uint8_t* source = coverage.row(row - y) - covered.x - x;
    std::uint32_t* target = canvas.row(row);
    for (int at = area.x; at < area.right(); ++at) {
      if (source[at] == 0) {
        at = next_covered(source, at, area.right()) - 1;
        continue;
      }
      const unsigned share = shares[source[at]];
      target[at] = share == 255 ? solid : mixed(target[at], light, share);
    }
  }
}

}  // namespace lobby::stage
