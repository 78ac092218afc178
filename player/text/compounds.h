#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

// The compound words of compounds.txt, which the build embeds. Pure; any thread.
namespace lobby::text {

inline constexpr std::size_t longest_compound = 4;  ///< In syllables.

/// compounds.txt without its comments, each line ended by «\n».
extern const std::string_view compound_lines;

/// The key of one syllable in any case and spelling: `folded` of its lower case.
std::string compound_key(std::string_view syllable);

/// True where the keys, taken together in this order, are a compound word. Constant time.
bool is_compound(std::span<const std::string> keys);

}  // namespace lobby::text
