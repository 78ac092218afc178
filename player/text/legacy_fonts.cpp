#include "text/legacy_fonts.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <vector>

#include "text/syllable.h"
#include "text/unicode.h"

namespace lobby::text {
namespace {

// A1 to FE; «·» where TCVN3 has no letter.
constexpr std::u32string_view tcvn3 =
    U"ĂÂÊÔƠƯĐăâêôơưđ··"
    U"····àảãáạ·ằẳẵắ··"
    U"·····ặầẩẫấậè·ẻẽé"
    U"ẹềểễếệìỉ···ĩíịò·"
    U"ỏõóọồổỗốộờởỡớợù·"
    U"ủũúụừửữứựỳỷỹýỵ";
constexpr char32_t tcvn3_first = 0xA1;
static_assert(tcvn3.size() == 0xFE - tcvn3_first + 1);

char32_t tcvn3_letter(char32_t c) {
  if (c < tcvn3_first || c >= tcvn3_first + tcvn3.size()) return c;
  const char32_t letter = tcvn3[c - tcvn3_first];
  return letter == U'·' ? c : letter;
}

/// A word between blanks, and how it is written before it is converted.
struct Word {
  std::size_t begin = 0;
  std::size_t end = 0;
  int capitals = 0;
  bool small = false;
};

std::vector<Word> words_of(std::u32string_view text) {
  constexpr std::u32string_view blanks = U" \t\r\n\f\v\u00A0-/";
  std::vector<Word> words;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find_first_of(blanks, at), text.size());
    Word word{at, end};
    for (const char32_t c : text.substr(at, end - at)) {
      if (c >= U'A' && c <= U'Z') ++word.capitals;
      if (c >= U'a' && c <= U'z') word.small = true;
    }
    if (end > at) words.push_back(word);
    at = end + 1;
  }
  return words;
}

/// Two capitals show it. One («Hµ», «Bé») may begin a name, and none («¸o», «®·») any word: there the words on both
/// sides tell.
bool in_capitals(const std::vector<Word>& words, std::size_t index) {
  const Word& word = words[index];
  if (word.small) return false;
  if (word.capitals >= 2) return true;
  const auto sure = [](const Word& other) { return !other.small && other.capitals >= 2; };
  const bool before = index == 0 || sure(words[index - 1]);
  const bool after = index + 1 == words.size() || sure(words[index + 1]);
  return words.size() > 1 && before && after;
}

// The marks of VNI after a plain letter, and the same marks as (shape, tone).
struct VniMark {
  char32_t mark;
  std::u32string_view vowels;
  std::optional<char32_t> shape;  ///< A combining mark.
  Tone tone;
};
constexpr std::u32string_view any_vowel = U"aeiouy\u00F4\u00F6";
constexpr VniMark vni_marks[] = {
    {0xF9, any_vowel, std::nullopt, Tone::acute},
    {0xF8, any_vowel, std::nullopt, Tone::grave},
    {0xFB, any_vowel, std::nullopt, Tone::hook},
    {0xF5, any_vowel, std::nullopt, Tone::tilde},
    {0xEF, any_vowel, std::nullopt, Tone::dot},
    {0xE2, U"aeo", 0x0302, Tone::level},
    {0xE1, U"aeo", 0x0302, Tone::acute},
    {0xE0, U"aeo", 0x0302, Tone::grave},
    {0xE5, U"aeo", 0x0302, Tone::hook},
    {0xE3, U"aeo", 0x0302, Tone::tilde},
    {0xE4, U"aeo", 0x0302, Tone::dot},
    {0xEA, U"a", 0x0306, Tone::level},
    {0xE9, U"a", 0x0306, Tone::acute},
    {0xE8, U"a", 0x0306, Tone::grave},
    {0xFA, U"a", 0x0306, Tone::hook},
    {0xFC, U"a", 0x0306, Tone::tilde},
    {0xEB, U"a", 0x0306, Tone::dot},
};

struct Single {
  char32_t vni, letter;
};
constexpr Single vni_singles[] = {{0xF4, U'ơ'}, {0xF6, U'ư'}, {0xF1, U'đ'}, {0xED, U'í'}, {0xEC, U'ì'},
                                  {0xE6, U'ỉ'}, {0xF3, U'ĩ'}, {0xF2, U'ị'}, {0xEE, U'ỵ'}};

/// Lower case of what VNI has: capitals stand 20h before their small letters.
char32_t vni_lower(char32_t c) { return (c >= U'A' && c <= U'Z') || (c >= 0xC0 && c <= 0xDE) ? c + 0x20 : c; }

char32_t vni_single(char32_t lower) {
  const auto* const found = std::ranges::find(vni_singles, lower, &Single::vni);
  return found == std::end(vni_singles) ? lower : found->letter;
}

/// The letter of a plain letter and a mark, both in lower case.
std::optional<char32_t> vni_pair(char32_t plain, char32_t mark) {
  const auto* const found = std::ranges::find(vni_marks, mark, &VniMark::mark);
  if (found == std::end(vni_marks) || found->vowels.find(plain) == found->vowels.npos) return std::nullopt;
  const char32_t base = vni_single(plain);
  const auto letter = found->shape ? shaped(base, *found->shape) : base;
  if (!letter) return std::nullopt;
  return composed({*letter, found->tone});
}

void append_in_case_of(std::string& out, char32_t written, char32_t lower) {
  append(out, vni_lower(written) == written ? lower : upper_of(lower));
}

}  // namespace

std::string from_tcvn3(std::string_view utf8) {
  const std::u32string text = code_points(utf8);
  std::u32string out(text);
  std::ranges::transform(out, out.begin(), tcvn3_letter);
  const std::vector<Word> words = words_of(text);
  for (std::size_t index = 0; index < words.size(); ++index) {
    if (!in_capitals(words, index)) continue;
    const auto begin = out.begin() + static_cast<std::ptrdiff_t>(words[index].begin);
    const auto end = out.begin() + static_cast<std::ptrdiff_t>(words[index].end);
    std::transform(begin, end, begin, upper_of);
  }
  return to_utf8(out);
}

std::string from_vni(std::string_view utf8) {
  const std::u32string text = code_points(utf8);
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t plain = vni_lower(text[at]);
    const auto pair = at + 1 < text.size() ? vni_pair(plain, vni_lower(text[at + 1])) : std::nullopt;
    append_in_case_of(out, text[at], pair ? *pair : vni_single(plain));
    at += pair ? 2 : 1;
  }
  return out;
}

}  // namespace lobby::text
