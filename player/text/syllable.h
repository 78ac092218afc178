#pragma once

#include <optional>
#include <string>
#include <string_view>

// The Vietnamese letters and what a Vietnamese syllable may be. Pure; any thread.
namespace lobby::text {

enum class Tone { level, grave, hook, tilde, acute, dot };

/// A lower-case vowel letter without its tone («ê» of «ệ») and the tone.
struct Vowel {
  char32_t letter;
  Tone tone;
  bool operator==(const Vowel&) const = default;
};

/// Nothing where `lower` is not one of the 72 lower-case Vietnamese vowel letters.
std::optional<Vowel> vowel(char32_t lower);

/// The composed lower-case letter; `vowel.letter` must be one of a ă â e ê i o ô ơ u ư y.
char32_t composed(const Vowel& vowel);

/// The letter of a shape mark (U+0302, U+0306, U+031B) set on a plain vowel: «e» + ^ is «ê». Nothing where
/// Vietnamese has no such letter.
std::optional<char32_t> shaped(char32_t plain, char32_t mark);

/// True where `lower`, lower-case and NFC, can be a syllable of Vietnamese: onset × rhyme × tone, and after c, ch, p
/// and t only the tones sắc and nặng. Spelling rules between onset and rhyme (k before i, e, ê) are not asked.
bool is_syllable(std::u32string_view lower);

/// True where a tone mark or one of ă â đ ê ô ơ ư shows that it is not plain ASCII.
bool has_marks(std::u32string_view lower);

/// A lower-case word under which spellings of the same syllable meet: the tone stands at the end as a combining mark
/// (hòa, hoà), and y is i where it is the only vowel (kỷ, kỉ; quý, quí), so that «thúy» and «thúi» stay apart.
std::u32string folded(std::u32string_view lower);

}  // namespace lobby::text
