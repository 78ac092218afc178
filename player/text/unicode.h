#pragma once

#include <cstddef>
#include <string>
#include <string_view>

// The facts of Unicode that this room needs, and UTF-8. The only home of utf8proc. Pure; any thread.
namespace lobby::text {

/// What is written for bytes or code points without a meaning.
inline constexpr char32_t replacement = U'\uFFFD';

enum class Kind {
  letter,
  mark,  ///< A combining mark: it belongs to the letter before it.
  digit,
  space,      ///< Every kind of blank, tabs and line ends included.
  invisible,  ///< Controls, format characters, unassigned and private ones: nothing that a font should draw.
  other,      ///< Punctuation and symbols.
};

Kind kind_of(char32_t c);
bool is_upper(char32_t c);
char32_t upper_of(char32_t c);
char32_t lower_of(char32_t c);

/// One code point and the bytes it takes in UTF-8. Bytes that are not UTF-8 count one by one as `replacement`.
struct CodePoint {
  char32_t value = replacement;
  std::size_t size = 1;
  bool valid = true;
};

/// The code point that starts at `at`, which must be inside `bytes`. Overlong forms, surrogates and values above
/// U+10FFFF are not valid (Unicode 15, table 3-7).
CodePoint code_point_at(std::string_view bytes, std::size_t at);

/// The first and the last code point; 0 where there is none.
char32_t first_sign(std::string_view utf8);
char32_t last_sign(std::string_view utf8);

std::u32string code_points(std::string_view utf8);
void append(std::string& out, char32_t c);
std::string to_utf8(std::u32string_view code_points);

/// Unicode NFC, nothing more. What is not UTF-8 becomes `replacement`.
std::string compose(std::string_view utf8);

/// Unicode NFKC: what stands for a letter in another guise becomes that letter («𝐀», «Ａ», «Ⓐ» are A), «㎡» is m2.
std::string compatible(std::string_view utf8);

/// The byte after the letter (grapheme cluster) that starts at `at`, which must be inside `utf8`.
std::size_t letter_end(std::string_view utf8, std::size_t at);

std::string lower(std::string_view utf8);

}  // namespace lobby::text
