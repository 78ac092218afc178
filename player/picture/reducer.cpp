#include "picture/reducer.h"

#include <algorithm>
#include <cmath>

#include "picture/header.h"

namespace lobby::picture {

namespace {

/// Two target pixels to each side.
double cubic(double x) {
  x = std::abs(x);
  if (x < 1) return (7 * x * x * x - 12 * x * x + 16.0 / 3) / 6;
  if (x < 2) return (-7.0 / 3 * x * x * x + 12 * x * x - 20 * x + 32.0 / 3) / 6;
  return 0;
}

/// Where a stored pixel lies in the upright picture.
std::uint32_t& placed(Canvas& canvas, Size stored, int orientation, int x, int y) {
  const int right = stored.width - 1 - x;
  const int bottom = stored.height - 1 - y;
  switch (orientation) {
    case 2:
      return canvas.row(y)[right];
    case 3:
      return canvas.row(bottom)[right];
    case 4:
      return canvas.row(bottom)[x];
    case 5:
      return canvas.row(x)[y];
    case 6:
      return canvas.row(x)[bottom];
    case 7:
      return canvas.row(right)[bottom];
    case 8:
      return canvas.row(right)[y];
    default:
      return canvas.row(y)[x];
  }
}

}  // namespace

Weights weights_for(int from, int length, int to, int limit) {
  Weights weights;
  const double step = static_cast<double>(length) / to;
  // As many for each target pixel, some of them nothing: a loop that the processor can foresee.
  weights.count = length == to ? 1 : std::min(limit, static_cast<int>(4 * step) + 1);
  for (int target = 0; target < to; ++target) {
    const double centre = from + (target + 0.5) * step - 0.5;
    const int wanted = length == to ? from + target : static_cast<int>(std::ceil(centre - 2 * step));
    const int first = std::clamp(wanted, 0, limit - weights.count);
    weights.first.push_back(first);
    double sum = 0;
    for (int tap = 0; tap < weights.count; ++tap) sum += cubic((first + tap - centre) / step);
    for (int tap = 0; tap < weights.count; ++tap) {
      weights.shares.push_back(static_cast<float>(cubic((first + tap - centre) / step) / sum));
    }
  }
  return weights;
}

Reducer::Reducer(Size stored, Size target, const Colours& colours, int orientation)
    : Reducer({0, 0, stored.width, stored.height}, stored, target, colours, orientation) {}

Reducer::Reducer(const Rect& from, Size source, Size target, const Colours& colours, int orientation)
    : source_(source),
      target_(target),
      colours_(colours),
      orientation_(orientation),
      canvas_(upright(target, orientation)) {
  pixels_.resize(static_cast<std::size_t>(target.width));
  for (std::size_t number = 0; number < blue_.size(); ++number) {
    blue_[number] = Light{colours.curves[2][number], 0, 0, 0};
    green_[number] = Light{0, colours.curves[1][number], 0, 0};
    red_[number] = Light{0, 0, colours.curves[0][number], 0};
  }
  row_.resize(static_cast<std::size_t>(source.width));
  if (target == source) return;
  across_ = weights_for(from.x, from.width, target.width, source.width);
  down_ = weights_for(from.y, from.height, target.height, source.height);
  ring_.resize(static_cast<std::size_t>(target.width) * static_cast<std::size_t>(down_.count));
  sum_.resize(static_cast<std::size_t>(target.width));
}

void Reducer::add(const std::uint32_t* row) {
  const bool as_it_is = target_ == source_;
  if (as_it_is && &colours_ == &srgb_colours()) {
    std::transform(row, row + target_.width, pixels_.begin(), [](std::uint32_t pixel) { return pixel | 0xFF000000U; });
    place(pixels_.data());
    return;
  }
  for (std::size_t x = 0; x < row_.size(); ++x) {
    const std::uint32_t pixel = row[x];
    row_[x] = blue_[pixel & 0xFFU] + green_[pixel >> 8U & 0xFFU] + red_[pixel >> 16U & 0xFFU];
  }
  if (as_it_is) return emit(row_.data());
  Light* narrowed = ring_.data() + static_cast<std::size_t>(added_ % down_.count) * sum_.size();
  const float* share = across_.shares.data();
  for (const int first : across_.first) {
    const Light* source = row_.data() + first;
    // Two sums, for each addition would wait for the one before it.
    Light even{};
    Light odd{};
    int tap = 0;
    for (; tap + 1 < across_.count; tap += 2) {
      even += source[tap] * share[tap];
      odd += source[tap + 1] * share[tap + 1];
    }
    if (tap < across_.count) even += source[tap] * share[tap];
    share += across_.count;
    *narrowed++ = even + odd;
  }
  ++added_;
  finish_rows();
}

/// Those that have all their source rows.
void Reducer::finish_rows() {
  for (; done_ < target_.height;) {
    const int first = down_.first[static_cast<std::size_t>(done_)];
    if (first + down_.count > added_) return;
    const float* share = down_.shares.data() + static_cast<std::ptrdiff_t>(done_) * down_.count;
    std::ranges::fill(sum_, Light{});
    const auto row = [&](int tap) {
      return ring_.data() + static_cast<std::size_t>((first + tap) % down_.count) * sum_.size();
    };
    int tap = 0;
    for (; tap + 1 < down_.count; tap += 2) {
      const Light* even = row(tap);
      const Light* odd = row(tap + 1);
      for (std::size_t x = 0; x < sum_.size(); ++x) sum_[x] += even[x] * share[tap] + odd[x] * share[tap + 1];
    }
    const Light* last = row(tap);
    for (std::size_t x = 0; tap < down_.count && x < sum_.size(); ++x) sum_[x] += last[x] * share[tap];
    emit(sum_.data());
  }
}

void Reducer::emit(const Light* light) {
  const auto& numbers = srgb_numbers();
  const auto number_of = [&numbers](float part) {
    // Not std::lround, which costs a call for each colour of each pixel.
    constexpr float half = 0.5F;
    const float place = half + std::clamp(part, 0.0F, 1.0F) * 65'535;
    return std::uint32_t{numbers[static_cast<std::size_t>(place)]};
  };
  for (auto& pixel : pixels_) {
    Light from = *light++;
    if (colours_.mix) {
      const auto& mix = *colours_.mix;
      const Light mixed{from[2] * mix[6] + from[1] * mix[7] + from[0] * mix[8],
                        from[2] * mix[3] + from[1] * mix[4] + from[0] * mix[5],
                        from[2] * mix[0] + from[1] * mix[1] + from[0] * mix[2], 0};
      from = mixed;
    }
    pixel = 0xFF000000U | number_of(from[2]) << 16U | number_of(from[1]) << 8U | number_of(from[0]);
  }
  place(pixels_.data());
}

void Reducer::place(const std::uint32_t* pixels) {
  if (orientation_ <= 1) {
    std::copy_n(pixels, target_.width, canvas_.row(done_));
  } else {
    for (int x = 0; x < target_.width; ++x) placed(canvas_, target_, orientation_, x, done_) = pixels[x];
  }
  ++done_;
}

}  // namespace lobby::picture
