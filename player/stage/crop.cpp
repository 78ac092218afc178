#include "stage/crop.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <vector>

#include "stage/picture.h"

namespace lobby::stage {

namespace {

/// So many cells along the axis that is cut; the other one is half as fine.
constexpr int cells = 64;

/// How much of the detail and of the skin of a picture lies in each cell; each sums up to 1, or to 0 where there is
/// none to speak of.
struct Profile {
  std::vector<double> detail = std::vector<double>(cells);
  std::vector<double> skin = std::vector<double>(cells);
};

/// Skin of every complexion has nearly one hue; bounds: D. Chai and K. N. Ngan, «Face segmentation using skin-color
/// map», IEEE Transactions on Circuits and Systems for Video Technology 9 (1999). Formulas of ITU-R BT.601.
bool is_skin(Colour colour) {
  const double blue = 128 - 0.1687 * colour.red - 0.3313 * colour.green + 0.5 * colour.blue;
  const double red = 128 + 0.5 * colour.red - 0.4187 * colour.green - 0.0813 * colour.blue;
  return blue >= 77 && blue <= 127 && red >= 133 && red <= 173;
}

int difference(Colour a, Colour b) {
  return std::abs(a.red - b.red) + std::abs(a.green - b.green) + std::abs(a.blue - b.blue);
}

void scale_to_one(std::vector<double>& values) {
  const double sum = std::accumulate(values.begin(), values.end(), 0.0);
  if (sum <= 0) return;
  for (double& value : values) value /= sum;
}

Profile profile_of(const Canvas& picture, bool upright) {
  const Size size = upright ? Size{cells / 2, cells} : Size{cells, cells / 2};
  const Canvas small = resampled(picture, picture.bounds(), size);
  Profile profile;
  double skin = 0;
  for (int y = 0; y + 1 < size.height; ++y) {
    for (int x = 0; x + 1 < size.width; ++x) {
      const Colour here = unpack(small.row(y)[x]);
      const auto cell = static_cast<std::size_t>(upright ? y : x);
      profile.detail[cell] +=
          difference(here, unpack(small.row(y)[x + 1])) + difference(here, unpack(small.row(y + 1)[x]));
      profile.skin[cell] += is_skin(here) ? 1 : 0;
      skin += is_skin(here) ? 1 : 0;
    }
  }
  // A few cells are chance, and a picture full of that colour is a wall, a field or a sunset.
  const double share = skin / (size.width * size.height);
  if (share < 0.004 || share > 0.2) std::ranges::fill(profile.skin, 0.0);
  // Grass and water at the bottom have more detail than the flag over a roof and the tops of a bridge.
  if (upright) std::ranges::fill(profile.detail, 0.0);
  scale_to_one(profile.detail);
  scale_to_one(profile.skin);
  return profile;
}

/// The values between two places along the axis, given in cells.
double between(const std::vector<double>& values, double begin, double end) {
  double sum = 0;
  for (int cell = 0; cell < cells; ++cell) {
    const double covered = std::min(end, cell + 1.0) - std::max(begin, static_cast<double>(cell));
    if (covered > 0) sum += values[static_cast<std::size_t>(cell)] * covered;
  }
  return sum;
}

/// Where a window of `length` of `whole` pixels begins best; `usual` where nothing speaks for another place.
int best_begin(const Profile& profile, int whole, int length, int usual) {
  constexpr double reluctance = 0.15;  // What the way from one end to the other costs: go no further than needed.
  constexpr double worthwhile = 0.12;  // A small gain is chance.
  constexpr double rim = 1.5;          // Cells at an edge that should be clear of skin.
  const double scale = static_cast<double>(cells) / whole;
  const int slack = whole - length;
  const auto score = [&](int begin) {
    const double first = begin * scale;
    const double last = (begin + length) * scale;
    double rims = begin > 0 ? between(profile.skin, first - rim, first + rim) : 0;
    if (begin < slack) rims += between(profile.skin, last - rim, last + rim);
    const double kept = between(profile.detail, first, last) + 2 * between(profile.skin, first, last);
    return kept - rims - reluctance * std::abs(begin - usual) / std::max(1, slack);
  };
  int best = usual;
  double highest = score(usual) + worthwhile;
  constexpr int tries = 48;
  for (int step = 0; step <= tries; ++step) {
    const int begin = static_cast<int>(static_cast<std::int64_t>(slack) * step / tries);
    if (const double reached = score(begin); reached > highest) {
      highest = reached;
      best = begin;
    }
  }
  return best;
}

}  // namespace

Rect crop_for(const Canvas& picture, Size box, scene::Focus focus) {
  const bool looks = focus == scene::Focus{};
  const Size size = picture.size();
  const auto by_height = static_cast<std::int64_t>(size.height) * box.width;
  const auto by_width = static_cast<std::int64_t>(size.width) * box.height;
  if (by_width > by_height) {
    const int width = std::max(1, static_cast<int>(by_height / box.height));
    const int usual = (size.width - width) * focus.x / 100;
    const int left = looks ? best_begin(profile_of(picture, false), size.width, width, usual) : usual;
    return {left, 0, width, size.height};
  }
  const int height = std::max(1, static_cast<int>(by_width / box.width));
  if (height == size.height) return {0, 0, size.width, size.height};
  const int usual = (size.height - height) * focus.y / 100;
  const int top = looks ? best_begin(profile_of(picture, true), size.height, height, usual) : usual;
  return {0, top, size.width, height};
}

}  // namespace lobby::stage
