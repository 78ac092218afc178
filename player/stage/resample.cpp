#include <algorithm>
#include <cmath>
#include <vector>

#include "stage/picture.h"

namespace lobby::stage {

namespace {

/// Which source pixels make up one target pixel along one axis, and how much of each, in 1/16384.
struct Taps {
  int first = 0;
  std::vector<int> weights;
};

constexpr int one = 1 << 14;

/// Area averaging when shrinking, linear interpolation when enlarging: a triangle as wide as a target pixel, but never
/// narrower than a source pixel.
std::vector<Taps> taps_for(int from, int length, int to, int limit) {
  std::vector<Taps> all(static_cast<std::size_t>(to));
  const double step = static_cast<double>(length) / to;
  const double reach = std::max(1.0, step);
  for (int target = 0; target < to; ++target) {
    const double centre = from + (target + 0.5) * step - 0.5;
    const int first = std::max(0, static_cast<int>(std::ceil(centre - reach)));
    const int last = std::min(limit - 1, static_cast<int>(std::floor(centre + reach)));
    std::vector<double> weights;
    double sum = 0;
    for (int source = first; source <= last; ++source) {
      weights.push_back(std::max(0.0, 1.0 - std::abs(source - centre) / reach));
      sum += weights.back();
    }
    Taps& taps = all[static_cast<std::size_t>(target)];
    taps.first = std::clamp(first, 0, limit - 1);
    if (sum <= 0) {
      taps.weights = {one};
      continue;
    }
    int left = one;
    for (const double weight : weights) {
      taps.weights.push_back(static_cast<int>(std::lround(weight / sum * one)));
      left -= taps.weights.back();
    }
    taps.weights[taps.weights.size() / 2] += left;
  }
  return all;
}

struct Sum {
  int red = one / 2, green = one / 2, blue = one / 2;
  void add(std::uint32_t pixel, int weight) {
    red += static_cast<int>(pixel >> 16U & 0xFFU) * weight;
    green += static_cast<int>(pixel >> 8U & 0xFFU) * weight;
    blue += static_cast<int>(pixel & 0xFFU) * weight;
  }
  std::uint32_t pixel() const {
    const auto byte = [](int value) { return static_cast<std::uint32_t>(std::clamp(value >> 14, 0, 255)); };
    return 0xFF000000U | byte(red) << 16U | byte(green) << 8U | byte(blue);
  }
};

void resample_row(const std::uint32_t* from, const std::vector<Taps>& taps, std::uint32_t* to) {
  for (const auto& tap : taps) {
    Sum sum;
    const std::uint32_t* source = from + tap.first;
    for (const int weight : tap.weights) sum.add(*source++, weight);
    *to++ = sum.pixel();
  }
}

}  // namespace

Canvas resampled(const Canvas& picture, const Rect& from, Size to) {
  if (from == picture.bounds() && to == picture.size()) return picture;
  const auto across = taps_for(from.x, from.width, to.width, picture.size().width);
  const auto down = taps_for(from.y, from.height, to.height, picture.size().height);
  // Rows are narrowed once each and kept only while a target row needs them: memory is a few rows, not a picture.
  const int first_row = down.front().first;
  const int last_row = down.back().first + static_cast<int>(down.back().weights.size());
  const auto width = static_cast<std::size_t>(to.width);
  std::size_t kept = 1;
  for (const auto& tap : down) kept = std::max(kept, tap.weights.size());
  std::vector<std::uint32_t> ring(width * kept);
  const auto ring_row = [&](int y) { return ring.data() + static_cast<std::size_t>(y - first_row) % kept * width; };
  int narrowed = first_row;
  Canvas result(to);
  for (int y = 0; y < to.height; ++y) {
    const auto& tap = down[static_cast<std::size_t>(y)];
    const int end = std::min(last_row, tap.first + static_cast<int>(tap.weights.size()));
    for (; narrowed < end; ++narrowed) resample_row(picture.row(narrowed), across, ring_row(narrowed));
    std::uint32_t* target = result.row(y);
    for (std::size_t x = 0; x < width; ++x) {
      Sum sum;
      int source = tap.first;
      for (const int weight : tap.weights) sum.add(ring_row(source++)[x], weight);
      target[x] = sum.pixel();
    }
  }
  return result;
}

namespace {

/// One box blur along a line of `count` pixels that lie `stride` apart; the ends repeat.
void blur_line(std::uint32_t* line, int count, int stride, int radius, std::vector<std::uint32_t>& copy) {
  copy.resize(static_cast<std::size_t>(count));
  for (int index = 0; index < count; ++index) copy[static_cast<std::size_t>(index)] = line[index * stride];
  const auto at = [&](int index) { return copy[static_cast<std::size_t>(std::clamp(index, 0, count - 1))]; };
  int red = 0;
  int green = 0;
  int blue = 0;
  const auto add = [&](std::uint32_t pixel, int sign) {
    red += sign * static_cast<int>(pixel >> 16U & 0xFFU);
    green += sign * static_cast<int>(pixel >> 8U & 0xFFU);
    blue += sign * static_cast<int>(pixel & 0xFFU);
  };
  for (int index = -radius; index <= radius; ++index) add(at(index), 1);
  const int window = 2 * radius + 1;
  for (int index = 0; index < count; ++index) {
    line[index * stride] = 0xFF000000U | static_cast<std::uint32_t>(red / window) << 16U |
                           static_cast<std::uint32_t>(green / window) << 8U | static_cast<std::uint32_t>(blue / window);
    add(at(index + radius + 1), 1);
    add(at(index - radius), -1);
  }
}

}  // namespace

void make_grey(Canvas& canvas) {
  const auto width = static_cast<std::size_t>(canvas.size().width);
  for (int y = 0; y < canvas.size().height; ++y) {
    for (std::uint32_t& pixel : std::span(canvas.row(y), width)) {
      const Colour colour = unpack(pixel);
      const auto grey = static_cast<std::uint8_t>((colour.red * 54 + colour.green * 183 + colour.blue * 19) >> 8);
      pixel = pack({grey, grey, grey});
    }
  }
}

void blur(Canvas& canvas, int radius) {
  constexpr int passes = 3;
  std::vector<std::uint32_t> copy;
  const Size size = canvas.size();
  for (int pass = 0; pass < passes; ++pass) {
    for (int y = 0; y < size.height; ++y) blur_line(canvas.row(y), size.width, 1, radius, copy);
    for (int x = 0; x < size.width; ++x) blur_line(canvas.row(0) + x, size.height, size.width, radius, copy);
  }
}

}  // namespace lobby::stage
