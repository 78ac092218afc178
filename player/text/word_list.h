#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

// A list of words that is written into the source. Pure; any thread.
namespace lobby::text {

/// Takes sorted lists, which the compiler checks.
template <std::size_t size>
struct Words {
  std::array<std::string_view, size> words;
  std::array<std::uint64_t, 8> sieve{};  ///< A bit a shape of word that is in the list: most questions end here.

  template <typename... T>
  consteval explicit Words(T... each) : words{each...} {
    if (!std::ranges::is_sorted(words)) throw "unsorted";
    for (const std::string_view word : words) sieve[shape_of(word) / 64] |= std::uint64_t{1} << (shape_of(word) % 64);
  }
  constexpr bool contains(std::string_view word) const {
    const std::size_t shape = shape_of(word);
    return (sieve[shape / 64] >> (shape % 64) & 1U) != 0 && std::ranges::binary_search(words, word);
  }

 private:
  static constexpr std::size_t shape_of(std::string_view word) {
    if (word.empty()) return 0;
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(word[i]); };
    return (word.size() * 37 + byte(0) * 11U + byte(word.size() / 2) * 3U + byte(word.size() - 1) * 5U) % 512;
  }
};
template <typename... T>
Words(T...) -> Words<sizeof...(T)>;

}  // namespace lobby::text
