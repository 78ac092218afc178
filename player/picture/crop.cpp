#include "picture/crop.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <vector>

#include "picture/resample.h"

namespace lobby::picture {

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

/// A window of `length` of the `whole` pixels along the axis that is cut, and how good each of its places is.
class Window {
 public:
  Window(const Profile& profile, int whole, int length)
      : profile_(profile), length_(length), slack_(whole - length), scale_(static_cast<double>(cells) / whole) {}

  /// Where it begins best; `usual` where nothing speaks for another place.
  int best_begin(int usual) const {
    constexpr double worthwhile = 0.12;  // A small gain is chance.
    int best = usual;
    double highest = score(usual, usual) + worthwhile;
    constexpr int tries = 48;
    for (int step = 0; step <= tries; ++step) {
      const int begin = static_cast<int>(static_cast<std::int64_t>(slack_) * step / tries);
      if (const double reached = score(begin, usual); reached > highest) {
        highest = reached;
        best = begin;
      }
    }
    return best;
  }

  /// Whether every place on the way to `end` keeps as much skin as that one, and its edges as clear of it.
  bool spares(int begin, int end) const {
    constexpr double chance = 0.02;
    constexpr int steps = 8;
    for (int step = 1; step <= steps; ++step) {
      const int place = end + (begin - end) * step / steps;
      if (kept_skin(place) < kept_skin(end) - chance || cut_skin(place) > cut_skin(end) + chance) return false;
    }
    return true;
  }

 private:
  double first(int begin) const { return begin * scale_; }
  double last(int begin) const { return (begin + length_) * scale_; }
  double kept_skin(int begin) const { return between(profile_.skin, first(begin), last(begin)); }
  double cut_skin(int begin) const {
    constexpr double rim = 1.5;  // Cells at an edge that should be clear of skin.
    double rims = begin > 0 ? between(profile_.skin, first(begin) - rim, first(begin) + rim) : 0;
    if (begin < slack_) rims += between(profile_.skin, last(begin) - rim, last(begin) + rim);
    return rims;
  }
  double score(int begin, int usual) const {
    constexpr double reluctance = 0.15;  // What the way from one end to the other costs: go no further than needed.
    const double kept = between(profile_.detail, first(begin), last(begin)) + 2 * kept_skin(begin);
    return kept - cut_skin(begin) - reluctance * std::abs(begin - usual) / std::max(1, slack_);
  }

  const Profile& profile_;
  int length_;
  int slack_;
  double scale_;
};

/// The crop of a picture is as long along one axis as the picture, and as here along the other.
struct Cut {
  bool upright = false;
  int whole = 0;
  int length = 0;
  int slack() const { return whole - length; }
  Rect at(int begin, Size size) const {
    return upright ? Rect{0, begin, size.width, length} : Rect{begin, 0, length, size.height};
  }
};

Cut cut_of(Size size, Size box) {
  const auto by_height = static_cast<std::int64_t>(size.height) * box.width;
  const auto by_width = static_cast<std::int64_t>(size.width) * box.height;
  if (by_width > by_height) return {false, size.width, std::max(1, static_cast<int>(by_height / box.height))};
  return {true, size.height, std::max(1, static_cast<int>(by_width / box.width))};
}

int usual_begin(const Cut& cut, Focus focus) { return cut.slack() * (cut.upright ? focus.y : focus.x) / 100; }

}  // namespace

Rect crop_for(const Canvas& picture, Size box, Focus focus) { return pan_for(picture, box, focus, 0).to; }

Pan pan_for(const Canvas& picture, Size box, Focus focus, int percent) {
  const Size size = picture.size();
  const Cut cut = cut_of(size, box);
  const bool chosen = focus != Focus{};
  const int usual = usual_begin(cut, focus);
  if (cut.slack() == 0 || (chosen && percent == 0)) return {cut.at(usual, size), cut.at(usual, size)};
  const Profile profile = profile_of(picture, cut.upright);
  const Window window(profile, cut.whole, cut.length);
  const int end = chosen ? usual : window.best_begin(usual);
  const int way = cut.length * percent / 100;
  // Upwards rather than down, and from the right rather than from the left, as eyes go back to where a text begins.
  for (const int step : {way, -way, way / 2, -way / 2}) {
    const int begin = end + step;
    const bool inside = begin >= 0 && begin <= cut.slack();
    if (step != 0 && inside && window.spares(begin, end)) return {cut.at(begin, size), cut.at(end, size)};
  }
  return {cut.at(end, size), cut.at(end, size)};
}

}  // namespace lobby::picture
