#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

// The words of compounds.txt, singles.txt and particles.txt, which the build embeds. Pure; any thread.
namespace lobby::text {

inline constexpr std::size_t longest_compound = 4;  ///< In syllables.

/// compounds.txt without its comments, each line ended by «\n».
extern const std::string_view compound_lines;
extern const std::string_view single_lines;  ///< singles.txt in the same form.

extern const std::string_view particle_lines;       ///< particles.txt in the same form.
extern const std::string_view sign_lines;           ///< signs.txt in the same form.
inline constexpr std::size_t longest_particle = 3;  ///< In syllables.

/// The key of one syllable in any case and spelling: `folded` of its lower case.
std::string compound_key(std::string_view syllable);

/// True where the keys, taken together in this order, are a compound word. Constant time.
bool is_compound(std::span<const std::string> keys);

/// True where the key is that of a common word of one syllable.
bool is_single(const std::string& key);

/// True where the keys are a phrase that says nothing without what follows: «đối với», «bất kể». Constant time.
bool is_particle(std::span<const std::string> keys);

}  // namespace lobby::text
