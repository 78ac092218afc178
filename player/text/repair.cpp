#include "text/repair.h"

#include <algorithm>
#include <array>
#include <optional>

#include "text/charset.h"
#include "text/clean.h"
#include "text/legacy_fonts.h"
#include "text/syllable.h"
#include "text/unicode.h"

namespace lobby::text {
namespace {

constexpr double clearly_better = 0.25;
constexpr int least_words_changed = 2;

// 80 to 9F; bytes without a meaning stand for themselves, as browsers have it.
constexpr std::u32string_view windows_1252 =
    U"\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F"
    U"\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

/// The byte of windows-1252, or nothing.
std::optional<unsigned char> byte_of(char32_t c) {
  if (c < 0x80 || (c >= 0xA0 && c <= 0xFF)) return static_cast<unsigned char>(c);
  const auto at = windows_1252.find(c);
  if (at == windows_1252.npos) return std::nullopt;
  return static_cast<unsigned char>(0x80 + at);
}

/// Draws nothing, and portals strew it: it says nothing of the encoding.
bool is_strewn(char32_t c) { return c == 0xFEFF || (c >= 0x200B && c <= 0x200F) || c == replacement; }

/// Runs of characters of windows-1252 that are whole letters of UTF-8 become these letters; all others stay.
std::string utf8_read_once_more(std::string_view utf8) {
  const std::u32string text = code_points(utf8);
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    constexpr std::size_t longest = 4;
    std::string bytes;
    for (std::size_t i = at; i < std::min(text.size(), at + longest); ++i) {
      const auto byte = byte_of(text[i]);
      if (!byte) break;
      bytes.push_back(static_cast<char>(*byte));
    }
    const CodePoint letter = bytes.empty() ? CodePoint{} : code_point_at(bytes, 0);
    const bool whole = !bytes.empty() && letter.valid;
    append(out, whole ? letter.value : text[at]);
    at += whole ? letter.size : 1;
  }
  return out;
}

std::string from_cp1258(std::string_view utf8) {
  std::string out;
  std::string bytes;
  const auto flush = [&] {
    out += converted(bytes, "windows-1258");
    bytes.clear();
  };
  for (const char32_t c : code_points(utf8)) {
    if (const auto byte = byte_of(c)) {
      bytes.push_back(static_cast<char>(*byte));
      continue;
    }
    flush();
    append(out, c);
  }
  flush();
  return out;
}

/// Once, and once more where the text was read wrong twice.
std::string from_double_utf8(std::string_view utf8) {
  std::string once = utf8_read_once_more(utf8);
  if (!is_suspect(once)) return once;
  std::string twice = utf8_read_once_more(once);
  return plausibility(twice).marked > plausibility(once).marked ? twice : once;
}

/// A word without the signs that stand beside words in any encoding.
std::u32string_view core_of(std::u32string_view word) {
  constexpr std::u32string_view signs = U"!\"#%&'()*+,-./:;<=>?[]{}|~‘’“”…–—•";
  const auto first = word.find_first_not_of(signs);
  return first == word.npos ? std::u32string_view() : word.substr(first, word.find_last_not_of(signs) + 1 - first);
}

void count(std::u32string_view word, Plausibility& result) {
  word = core_of(word);
  const bool digits = std::ranges::any_of(word, [](char32_t c) { return c >= U'0' && c <= U'9'; });
  if (word.empty() || digits) return;
  ++result.words;
  std::u32string lower(word);
  std::ranges::transform(lower, lower.begin(), lower_of);
  if (!is_syllable(lower)) return;
  ++result.syllables;
  if (has_marks(lower)) ++result.marked;
}

/// The share of words that can be, and half the share of those with marks again: these cannot be chance.
double score(const Plausibility& text) {
  return text.words == 0 ? 0 : (text.syllables + 0.5 * text.marked) / text.words;
}

}  // namespace

std::string_view name_of(Legacy legacy) {
  constexpr std::array<std::string_view, 5> names{"", "double UTF-8", "TCVN3", "VNI", "windows-1258"};
  return names[static_cast<std::size_t>(legacy)];
}

bool is_suspect(std::string_view utf8) {
  bool beyond_ascii = false;
  for (std::size_t at = 0; at < utf8.size();) {
    const CodePoint next = code_point_at(utf8, at);
    at += next.size;
    if (next.value < 0x80 || is_strewn(next.value)) continue;
    if (!byte_of(next.value)) return false;
    beyond_ascii = true;
  }
  return beyond_ascii;
}

Plausibility plausibility(std::string_view utf8) {
  // A blank of A0 is half a letter in UTF-8 that was read wrong, so only ASCII blanks part words here.
  constexpr std::u32string_view blanks = U" \t\r\n\f\v";
  const std::u32string text = code_points(nfc(utf8));
  Plausibility result;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find_first_of(blanks, at), text.size());
    count(std::u32string_view(text).substr(at, end - at), result);
    at = end + 1;
  }
  return result;
}

Legacy legacy_of(std::string_view utf8) {
  if (!is_suspect(utf8)) return Legacy::none;
  const Plausibility as_is = plausibility(utf8);
  Legacy best = Legacy::none;
  double best_score = score(as_is) + clearly_better;
  for (const Legacy legacy : {Legacy::double_utf8, Legacy::tcvn3, Legacy::vni, Legacy::cp1258}) {
    const Plausibility other = plausibility(repaired(utf8, legacy));
    const bool enough = other.marked - as_is.marked >= least_words_changed;
    if (!enough || score(other) < best_score || (best != Legacy::none && score(other) == best_score)) continue;
    best = legacy;
    best_score = score(other);
  }
  return best;
}

std::string repaired(std::string_view utf8, Legacy legacy) {
  switch (legacy) {
    case Legacy::double_utf8:
      return from_double_utf8(utf8);
    case Legacy::tcvn3:
      return from_tcvn3(utf8);
    case Legacy::vni:
      return from_vni(utf8);
    case Legacy::cp1258:
      return from_cp1258(utf8);
    case Legacy::none:
      break;
  }
  return std::string(utf8);
}

}  // namespace lobby::text
