#include "text/clean.h"

#include <algorithm>
#include <cstddef>

#include "text/syllable.h"
#include "text/unicode.h"

namespace lobby::text {
namespace {

/// Marks left on one letter after composition; more than this is vandalism, not a language.
constexpr int most_marks = 2;

/// NFC leaves é + U+0302 as it is, a tall wrong stack on screen; people mean ế.
std::u32string with_stacks_composed(std::u32string_view text) {
  std::u32string result;
  result.reserve(text.size());
  for (const char32_t c : text) {
    if ((c == 0x0302 || c == 0x0306 || c == 0x031B) && !result.empty()) {
      const char32_t letter = result.back();
      const auto below = vowel(lower_of(letter));
      const auto shape = below ? shaped(below->letter, c) : std::nullopt;
      if (shape) {
        const char32_t whole = composed({*shape, below->tone});
        result.back() = is_upper(letter) ? upper_of(whole) : whole;
        continue;
      }
    }
    result.push_back(c);
  }
  return result;
}

char32_t look_alike_repaired(char32_t c) {
  switch (c) {
    case U'\u00D0':
    case U'\u0189':
      return U'Đ';
    case U'\u00F0':
    case U'\u0256':
      return U'đ';
    case U'\u01CD':
      return U'Ă';
    case U'\u01CE':
      return U'ă';
    default:
      return c;
  }
}

/// «ðang» is a syllable once it is «đang», «NÐ» an abbreviation; «Guðmundur» is neither and stays.
std::u32string word_repaired(std::u32string_view word) {
  constexpr std::size_t longest_abbreviation = 5;
  std::u32string repaired(word);
  std::ranges::transform(repaired, repaired.begin(), look_alike_repaired);
  if (repaired == word) return repaired;
  repaired = code_points(nfc(to_utf8(repaired)));  // ǎ + U+0301 had no composed form, ă + U+0301 has.
  if (std::ranges::all_of(repaired, is_upper) && repaired.size() <= longest_abbreviation) return repaired;
  std::u32string lower(repaired);
  std::ranges::transform(lower, lower.begin(), lower_of);
  return is_syllable(lower) ? repaired : std::u32string(word);
}

/// How many letters and marks follow one another from `at` on.
std::size_t letters_at(std::u32string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && (kind_of(text[end]) == Kind::letter || kind_of(text[end]) == Kind::mark)) ++end;
  return end - at;
}

std::u32string with_look_alikes_repaired(std::u32string_view text) {
  std::u32string result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = letters_at(text, at);
    if (size == 0) {
      result.push_back(text[at++]);
      continue;
    }
    result += word_repaired(text.substr(at, size));
    at += size;
  }
  return result;
}

/// Drops what draws nothing, makes every run of blanks one space and none at either end.
std::u32string with_plain_spaces(std::u32string_view text) {
  constexpr char32_t word_bullet = 0xF0B7;  // Word's «Symbol» font, private to it.
  std::u32string result;
  bool space = false;
  for (const char32_t c : text) {
    const Kind kind = c == word_bullet ? Kind::other : kind_of(c);
    if (kind == Kind::invisible || c == replacement) continue;
    if (kind == Kind::space) {
      space = !result.empty();
      continue;
    }
    if (space) result.push_back(U' ');
    space = false;
    result.push_back(c == word_bullet ? U'•' : c);
  }
  return result;
}

/// A mark without a letter before it has nothing to stand on, and the third one on a letter is dropped.
std::u32string with_few_marks(std::u32string_view text) {
  std::u32string result;
  int marks = most_marks;
  for (const char32_t c : text) {
    marks = kind_of(c) == Kind::mark ? marks + 1 : c == U' ' ? most_marks : 0;
    if (marks <= most_marks || c == U' ') result.push_back(c);
  }
  return result;
}

bool is_hex(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); }

/// The bytes of the image id at the start of `token`: 20 or 0. The caption glued to it may go on with a digit or with
/// a to f, but a run of 32 or 64 is somebody's digest.
std::size_t image_id_size(std::string_view token) {
  constexpr std::size_t id_size = 20;
  const auto run = static_cast<std::size_t>(std::ranges::find_if_not(token, is_hex) - token.begin());
  if (run < id_size || run == 32 || run == 64) return 0;
  const std::string_view id = token.substr(0, id_size);
  const auto digits = std::ranges::count_if(id, [](char c) { return c <= '9'; });
  return digits == 0 || digits == static_cast<std::ptrdiff_t>(id_size) ? 0 : id_size;
}

/// «./.» ends a document and «/.» is its careless form; what stands before is the sentence.
std::size_t end_mark_size(std::string_view token) {
  if (token.ends_with("./.")) return 3;
  return token.ends_with("/.") ? 2 : 0;
}

void append_folded_sign(std::string& out, char32_t c) {
  constexpr std::u32string_view quotes = U"\"'`´“”„‟‘’‚‛«»‹›";
  constexpr std::u32string_view dashes = U"-‐‑‒–—―−";
  if (c == U'…') {
    out += "...";
  } else if (quotes.find(c) != std::u32string_view::npos) {
    out.push_back('"');
  } else {
    append(out, dashes.find(c) != std::u32string_view::npos ? U'-' : c);
  }
}

}  // namespace

std::string nfc(std::string_view utf8) {
  const std::string composed_text = compose(utf8);
  const std::u32string text = code_points(composed_text);
  const std::u32string repaired = with_stacks_composed(text);
  // A mark that could not compose with ê may compose with the ế made of it.
  return repaired == text ? composed_text : compose(to_utf8(repaired));
}

std::string clean(std::string_view utf8) {
  // Invisible characters may keep a letter from its mark, marks a word from being one: each step clears the way of the
  // next, so that a clean text stays as it is.
  const std::string visible = nfc(to_utf8(with_plain_spaces(code_points(utf8))));
  const std::u32string marked = with_few_marks(code_points(visible));
  const std::u32string text = with_plain_spaces(code_points(nfc(to_utf8(marked))));
  return to_utf8(with_look_alikes_repaired(text));
}

std::string clean_caption(std::string_view utf8) {
  const std::string line = clean(utf8);
  std::string result;
  for (std::string_view rest = line; !rest.empty();) {
    const std::size_t size = std::min(rest.find(' '), rest.size());
    std::string_view token = rest.substr(0, size);
    rest.remove_prefix(std::min(size + 1, rest.size()));
    for (std::size_t id = image_id_size(token); id > 0; id = image_id_size(token)) token.remove_prefix(id);
    const std::size_t mark = end_mark_size(token);
    token.remove_suffix(mark);
    if (!token.empty()) {
      if (!result.empty()) result.push_back(' ');
      result += token;
    }
    // In the middle of joined fields the mark was the end of a sentence.
    if (mark > 0 && !rest.empty() && !result.empty()) result.push_back('.');
  }
  return result;
}

std::string upper(std::string_view utf8) {
  std::u32string text = code_points(utf8);
  std::ranges::transform(text, text.begin(), upper_of);
  return to_utf8(text);
}

std::string compare_key(std::string_view utf8) {
  const std::u32string text = code_points(lower(clean(utf8)));
  std::string result;
  bool after_word = false;
  bool space = false;  // Counts only between words: «thế giới,Tháng» is «thế giới, tháng».
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = letters_at(text, at);
    const char32_t c = text[at];
    if (c == U' ' || (size == 0 && kind_of(c) == Kind::other)) {
      space = c == U' ' && after_word;
      after_word = space;
      if (c != U' ') append_folded_sign(result, c);
      ++at;
      continue;
    }
    if (space) result.push_back(' ');
    space = false;
    after_word = true;
    result += size > 0 ? to_utf8(folded(std::u32string_view(text).substr(at, size))) : to_utf8(text.substr(at, 1));
    at += std::max<std::size_t>(size, 1);
  }
  return result;
}

bool valid_utf8(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    const CodePoint next = code_point_at(bytes, at);
    if (!next.valid || next.value == 0) return false;
    at += next.size;
  }
  return true;
}

int count_words(std::string_view text) {
  int words = 0;
  bool inside = false;
  for (const char32_t c : code_points(text)) {
    const bool blank = kind_of(c) == Kind::space;
    if (!blank && !inside) ++words;
    inside = !blank;
  }
  return words;
}

}  // namespace lobby::text
