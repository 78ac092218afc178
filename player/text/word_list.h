#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

// A list of words that is written into the source. Pure; any thread.
namespace lobby::text {

/// Takes sorted lists, which the compiler checks.
template <std::size_t size>
struct Words {
  std::array<std::string_view, size> words;
  template <typename... T>
  consteval explicit Words(T... each) : words{each...} {
    if (!std::ranges::is_sorted(words)) throw "unsorted";
  }
  bool contains(std::string_view word) const { return std::ranges::binary_search(words, word); }
};
template <typename... T>
Words(T...) -> Words<sizeof...(T)>;

}  // namespace lobby::text
