#include "picture/resample.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <vector>

#include "picture/reducer.h"

namespace lobby::picture {

namespace {

/// Which source pixels make up one target pixel along one axis, and how much of each, in 1/16384.
struct Taps {
  int first = 0;
  std::vector<int> weights;
};

constexpr int one = 1 << 14;

/// Takes off what counts nothing.
void trim(Taps& taps) {
  const auto counts = [](int weight) { return weight != 0; };
  const auto first = std::ranges::find_if(taps.weights, counts);
  taps.first += static_cast<int>(first - taps.weights.begin());
  taps.weights.erase(taps.weights.begin(), first);
  while (taps.weights.back() == 0) taps.weights.pop_back();
}

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
    trim(taps);
  }
  return all;
}

/// Narrows a row. The weights of a pixel add up to one, so no sum exceeds a byte.
void resample_row(const std::uint32_t* from, const std::vector<Taps>& taps, std::uint32_t* to) {
  constexpr std::uint64_t half = one / 2;
  for (const auto& tap : taps) {
    std::uint64_t red_and_blue = half << 32U | half;
    std::uint64_t green = half;
    const std::uint32_t* source = from + tap.first;
    for (const int weight : tap.weights) {
      const std::uint64_t pixel = *source++;
      red_and_blue += ((pixel & 0xFF0000U) << 16U | (pixel & 0xFFU)) * static_cast<std::uint64_t>(weight);
      green += (pixel >> 8U & 0xFFU) * static_cast<std::uint64_t>(weight);
    }
    const auto byte = [](std::uint64_t sum) { return static_cast<std::uint32_t>(sum >> 14U & 0xFFU); };
    *to++ = 0xFF000000U | byte(red_and_blue >> 32U) << 16U | byte(green) << 8U | byte(red_and_blue);
  }
}

/// Adds up rows, byte by byte: products of 16 bits are what every vector unit has.
void add_row(const std::uint32_t* row, int weight, std::vector<std::int32_t>& sums) {
  const auto* bytes = reinterpret_cast<const unsigned char*>(row);
  const auto factor = static_cast<std::int16_t>(weight);
  for (std::size_t index = 0; index < sums.size(); ++index) {
    sums[index] += static_cast<std::int16_t>(bytes[index]) * factor;
  }
}

void write_row(const std::vector<std::int32_t>& sums, std::uint32_t* to) {
  auto* bytes = reinterpret_cast<unsigned char*>(to);
  for (std::size_t index = 0; index < sums.size(); ++index)
    bytes[index] = static_cast<unsigned char>(sums[index] >> 14);
}

Canvas reduced(const Canvas& picture, const Rect& from, Size to) {
  Reducer reducer(from, picture.size(), to, srgb_colours(), 1);
  for (int y = 0; y < picture.size().height; ++y) reducer.add(picture.row(y));
  return reducer.take();
}

}  // namespace

Canvas resampled(const Canvas& picture, const Rect& from, Size to) {
  if (from.width == to.width && from.height == to.height) return part_of(picture, from);
  if (to.width <= from.width && to.height <= from.height) return reduced(picture, from, to);
  const auto across = taps_for(from.x, from.width, to.width, picture.size().width);
  const auto down = taps_for(from.y, from.height, to.height, picture.size().height);
  // Rows are narrowed once each and kept only while a target row needs them: memory is a few rows, not a picture.
  const int first_row = down.front().first;
  const int last_row = down.back().first + static_cast<int>(down.back().weights.size());
  const auto width = static_cast<std::size_t>(to.width);
  std::size_t kept = 1;
  for (const auto& tap : down) kept = std::max(kept, tap.weights.size());
  std::vector<std::uint32_t> ring(width * kept);
  std::vector<std::int32_t> sums(width * 4);
  const auto ring_row = [&](int y) { return ring.data() + static_cast<std::size_t>(y - first_row) % kept * width; };
  int narrowed = first_row;
  Canvas result(to);
  for (int y = 0; y < to.height; ++y) {
    const auto& tap = down[static_cast<std::size_t>(y)];
    const int end = std::min(last_row, tap.first + static_cast<int>(tap.weights.size()));
    for (; narrowed < end; ++narrowed) {
      if (from.width == to.width) {
        std::copy_n(picture.row(narrowed) + from.x, width, ring_row(narrowed));
      } else {
        resample_row(picture.row(narrowed), across, ring_row(narrowed));
      }
    }
    if (tap.weights.size() == 1) {
      std::copy_n(ring_row(tap.first), width, result.row(y));
      continue;
    }
    std::ranges::fill(sums, one / 2);
    int source = tap.first;
    for (const int weight : tap.weights) add_row(ring_row(source++), weight, sums);
    write_row(sums, result.row(y));
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

}  // namespace lobby::picture
