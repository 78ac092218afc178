#include "text/syllable.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace lobby::text {
namespace {

constexpr std::size_t tones = 6;
// Rows a ă â e ê i o ô ơ u ư y; columns in the order of Tone.
constexpr std::u32string_view vowels =
    U"aàảãáạ"
    U"ăằẳẵắặ"
    U"âầẩẫấậ"
    U"eèẻẽéẹ"
    U"êềểễếệ"
    U"iìỉĩíị"
    U"oòỏõóọ"
    U"ôồổỗốộ"
    U"ơờởỡớợ"
    U"uùủũúụ"
    U"ưừửữứự"
    U"yỳỷỹýỵ";

/// The two blocks of Unicode that the vowels are in, one after the other.
constexpr char32_t end_of_latin = 0x0200;
constexpr char32_t additional = 0x1E00;
constexpr std::size_t index_size = end_of_latin + 0x100;
constexpr std::size_t index_of(char32_t c) {
  if (c < end_of_latin) return c;
  return c >= additional && c < additional + 0x100 ? c - additional + end_of_latin : index_size;
}
/// Where each letter stands among the vowels.
constexpr std::uint8_t no_vowel = 0xFF;
constexpr std::array<std::uint8_t, index_size> places = [] {
  std::array<std::uint8_t, index_size> made{};
  made.fill(no_vowel);
  for (std::size_t at = 0; at < vowels.size(); ++at) made[index_of(vowels[at])] = static_cast<std::uint8_t>(at);
  return made;
}();

constexpr std::array<char32_t, tones> tone_marks = {0, 0x0300, 0x0309, 0x0303, 0x0301, 0x0323};

// Longest first, so that the first that fits is the onset.
constexpr std::array<std::u32string_view, 28> onsets = {
    U"ngh", U"ch", U"gh", U"gi", U"kh", U"ng", U"nh", U"ph", U"qu", U"th", U"tr", U"b", U"c", U"d",
    U"đ",   U"g",  U"h",  U"k",  U"l",  U"m",  U"n",  U"p",  U"r",  U"s",  U"t",  U"v", U"x", U""};

// Sorted by code point, for a binary search.
constexpr std::array<std::u32string_view, 165> rhymes = {
    U"a",   U"ac",   U"ach", U"ai",   U"am",   U"an",   U"ang",  U"anh",  U"ao",   U"ap",  U"at",   U"au",  U"ay",
    U"e",   U"ec",   U"em",  U"en",   U"eng",  U"eo",   U"ep",   U"et",   U"i",    U"ia",  U"ich",  U"im",  U"in",
    U"inh", U"ip",   U"it",  U"iu",   U"iêc",  U"iêm",  U"iên",  U"iêng", U"iêp",  U"iêt", U"iêu",  U"o",   U"oa",
    U"oac", U"oach", U"oai", U"oam",  U"oan",  U"oang", U"oanh", U"oao",  U"oap",  U"oat", U"oay",  U"oc",  U"oe",
    U"oen", U"oeo",  U"oet", U"oi",   U"om",   U"on",   U"ong",  U"ooc",  U"oong", U"op",  U"ot",   U"oăc", U"oăm",
    U"oăn", U"oăng", U"oăt", U"u",    U"ua",   U"uc",   U"ui",   U"um",   U"un",   U"ung", U"up",   U"ut",  U"uy",
    U"uya", U"uych", U"uyn", U"uynh", U"uyp",  U"uyt",  U"uyu",  U"uyên", U"uyêt", U"uân", U"uâng", U"uât", U"uây",
    U"uê",  U"uêch", U"uên", U"uênh", U"uôc",  U"uôi",  U"uôm",  U"uôn",  U"uông", U"uôt", U"uơ",   U"y",   U"ych",
    U"ynh", U"yt",   U"yêm", U"yên",  U"yêng", U"yêt",  U"yêu",  U"âc",   U"âm",   U"ân",  U"âng",  U"âp",  U"ât",
    U"âu",  U"ây",   U"ê",   U"êch",  U"êm",   U"ên",   U"êng",  U"ênh",  U"êp",   U"êt",  U"êu",   U"ô",   U"ôc",
    U"ôi",  U"ôm",   U"ôn",  U"ông",  U"ôp",   U"ôt",   U"ăc",   U"ăm",   U"ăn",   U"ăng", U"ăp",   U"ăt",  U"ơ",
    U"ơi",  U"ơm",   U"ơn",  U"ơp",   U"ơt",   U"ư",    U"ưa",   U"ưc",   U"ưi",   U"ưm",  U"ưn",   U"ưng", U"ưt",
    U"ưu",  U"ươc",  U"ươi", U"ươm",  U"ươn",  U"ương", U"ươp",  U"ươt",  U"ươu"};

static_assert(std::ranges::is_sorted(rhymes));

bool is_rhyme(std::u32string_view rhyme) { return std::ranges::binary_search(rhymes, rhyme); }

struct Toneless {
  std::u32string letters;
  Tone tone = Tone::level;
  int marks = 0;
};

Toneless without_tone(std::u32string_view lower) {
  Toneless result;
  for (const char32_t c : lower) {
    const auto found = vowel(c);
    result.letters.push_back(found ? found->letter : c);
    if (!found || found->tone == Tone::level) continue;
    result.tone = found->tone;
    ++result.marks;
  }
  return result;
}

bool tone_fits(std::u32string_view rhyme, Tone tone) {
  const char32_t last = rhyme.back();
  const bool stop = last == U'c' || last == U'p' || last == U't' || rhyme.ends_with(U"ch");
  return !stop || tone == Tone::acute || tone == Tone::dot;
}

}  // namespace

std::optional<Vowel> vowel(char32_t lower) {
  const std::size_t index = index_of(lower);
  if (index == index_size || places[index] == no_vowel) return std::nullopt;
  const std::size_t at = places[index];
  return Vowel{vowels[at - at % tones], static_cast<Tone>(at % tones)};
}

char32_t composed(const Vowel& vowel) { return vowels[vowels.find(vowel.letter) + std::to_underlying(vowel.tone)]; }

std::optional<char32_t> shaped(char32_t plain, char32_t mark) {
  struct Shape {
    char32_t plain, mark, letter;
  };
  constexpr std::array<Shape, 6> shapes = {{{U'a', 0x0302, U'â'},
                                            {U'a', 0x0306, U'ă'},
                                            {U'e', 0x0302, U'ê'},
                                            {U'o', 0x0302, U'ô'},
                                            {U'o', 0x031B, U'ơ'},
                                            {U'u', 0x031B, U'ư'}}};
  for (const Shape& shape : shapes) {
    if (shape.plain == plain && shape.mark == mark) return shape.letter;
  }
  return std::nullopt;
}

bool is_syllable(std::u32string_view lower) {
  if (lower.empty() || lower.size() > 7) return false;
  const Toneless word = without_tone(lower);
  if (word.marks > 1) return false;
  return std::ranges::any_of(onsets, [&](std::u32string_view onset) {
    if (!word.letters.starts_with(onset)) return false;
    const auto rhyme = std::u32string_view(word.letters).substr(onset.size());
    return is_rhyme(rhyme) && tone_fits(rhyme, word.tone);
  });
}

bool has_marks(std::u32string_view lower) {
  return std::ranges::any_of(lower, [](char32_t c) { return c == U'đ' || (c >= 0x80 && vowel(c)); });
}

std::u32string folded(std::u32string_view lower) {
  Toneless word = without_tone(lower);
  std::u32string& letters = word.letters;
  if (letters.ends_with(U'y')) {
    const auto before = std::u32string_view(letters).substr(0, letters.size() - 1);
    if (before == U"qu" || std::ranges::none_of(before, [](char32_t c) { return vowel(c).has_value(); })) {
      letters.back() = U'i';
    }
  }
  for (const char32_t c : lower) {
    const auto found = vowel(c);
    if (found && found->tone != Tone::level) letters.push_back(tone_marks[std::to_underlying(found->tone)]);
  }
  return letters;
}

}  // namespace lobby::text
