#include "stage/frame_texture.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace lobby::stage {

std::uint64_t print_of(const std::uint32_t* row, int width) {
  // Four chains, for each product would wait for the one before it. The factor is that of FNV's 64 bits (Fowler, Noll,
  // Vo), the last step that of MurmurHash3 (public domain).
  constexpr std::size_t chains = 4;
  constexpr std::uint64_t factor = 0x00000100000001B3;
  std::array<std::uint64_t, chains> sums{1, 2, 3, 4};
  const auto pixels = static_cast<std::size_t>(width);
  std::size_t at = 0;
  for (; at + 2 * chains <= pixels; at += 2 * chains) {
    std::array<std::uint64_t, chains> pairs;
    std::memcpy(pairs.data(), row + at, sizeof pairs);
    for (std::size_t chain = 0; chain < chains; ++chain) {
      const std::uint64_t sum = (sums[chain] ^ pairs[chain]) * factor;
      sums[chain] = sum ^ sum >> 29U;
    }
  }
  std::uint64_t print = 0;
  for (; at < pixels; ++at) print = (print ^ row[at]) * factor;
  for (const std::uint64_t sum : sums) {
    print = (print ^ sum) * 0xFF51AFD7ED558CCDU;
    print ^= print >> 33U;
  }
  return print == 0 ? 1 : print;
}

void FrameTexture::create(SDL_Renderer* renderer, Size size) {
  texture_.reset(
      SDL_CreateTexture(renderer, SDL_PIXELFORMAT_ARGB8888, SDL_TEXTUREACCESS_STREAMING, size.width, size.height));
  held_.assign(static_cast<std::size_t>(size.height), 0);
}

std::size_t FrameTexture::bring(const Canvas& frame, int first, std::span<const std::uint64_t> prints) {
  const Size size = frame.size();
  std::size_t sent = 0;
  const auto is_there = [&](int row) {
    const auto at = static_cast<std::size_t>(row - first);
    return prints[at] == held_[static_cast<std::size_t>(row)];
  };
  const int end = first + static_cast<int>(prints.size());
  for (int row = first; row < end;) {
    if (is_there(row)) {
      ++row;
      continue;
    }
    const int begin = row;
    while (row < end && !is_there(row)) ++row;
    const SDL_Rect rows{0, begin, size.width, row - begin};
    SDL_UpdateTexture(texture_.get(), &rows, frame.row(begin), size.width * 4);
    std::ranges::copy(prints.subspan(static_cast<std::size_t>(begin - first), static_cast<std::size_t>(row - begin)),
                      held_.begin() + begin);
    sent += static_cast<std::size_t>(row - begin) * static_cast<std::size_t>(size.width) * sizeof(std::uint32_t);
  }
  return sent;
}

std::size_t FrameTexture::bring(const Canvas& frame, const Rect& part) {
  const SDL_Rect rect{part.x, part.y, part.width, part.height};
  SDL_UpdateTexture(texture_.get(), &rect, frame.row(part.y) + part.x, frame.size().width * 4);
  std::fill_n(held_.begin() + part.y, part.height, 0U);
  return static_cast<std::size_t>(part.width) * static_cast<std::size_t>(part.height) * sizeof(std::uint32_t);
}

std::ptrdiff_t FrameTexture::rows_of(std::span<const std::uint64_t> prints) const {
  std::ptrdiff_t same = 0;
  for (std::size_t row = 0; row < held_.size(); ++row) same += prints[row] == held_[row] ? 1 : 0;
  return same;
}

void FrameTexture::forget() { std::ranges::fill(held_, 0U); }

}  // namespace lobby::stage
