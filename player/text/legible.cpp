#include "text/legible.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "text/compounds.h"
#include "text/token.h"
#include "text/unicode.h"

namespace lobby::text {

namespace {

/// Tells how the sign before it is to be drawn; says nothing by itself.
bool selector(char32_t c) {
  constexpr char32_t keycap = 0x20E3;
  return c == keycap || (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0x1F3FB && c <= 0x1F3FF) || c >= 0xE0000;
}

/// Two of them are a flag; one by one they would be letters in boxes.
bool half_a_flag(char32_t c) { return c >= 0x1F1E6 && c <= 0x1F1FF; }

enum class Script { none, latin, foreign };

Script script_of(char32_t c) {
  const Kind kind = kind_of(c);
  if (kind != Kind::letter && kind != Kind::mark && kind != Kind::digit) return Script::none;
  constexpr char32_t after_latin = 0x0370;
  return c < after_latin || (c >= 0x1E00 && c < 0x1F00) ? Script::latin : Script::foreign;
}

bool draws_all(std::string_view text, const Draws& draws) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = letter_end(text, at);
    if (!draws(text.substr(at, end - at))) return false;
    at = end;
  }
  return true;
}

/// A sign that says nearly the same where no font has this one: «25 → 30 độ C» must not become «25 30 độ C».
char32_t stand_in(char32_t c) {
  constexpr std::u32string_view ticks = U"\u2705\u2611\u2714";
  constexpr std::u32string_view crosses = U"\u274C\u2716";
  const bool arrow = (c >= 0x2190 && c <= 0x21FF) || (c >= 0x27F0 && c <= 0x27FF) || (c >= 0x2794 && c <= 0x27BE);
  if (arrow || c == 0x2212) return U'–';
  if (ticks.contains(c)) return U'\u2713';
  return crosses.contains(c) ? U'×' : U'\0';
}

/// The nearest thing to a letter that can be drawn.
std::optional<std::u32string> drawable(std::string_view letter, const Draws& draws) {
  constexpr char32_t joiner = 0x200D;
  std::u32string plain = code_points(letter);
  const bool joined = plain.size() > 1 && script_of(plain.front()) == Script::none && plain.contains(joiner);
  if (half_a_flag(plain.front()) || joined) return std::nullopt;
  std::erase_if(plain, selector);
  if (plain.empty()) return std::nullopt;
  const std::string utf8 = to_utf8(plain);
  if (draws(utf8)) return plain;
  const std::string simple = compatible(utf8);
  if (simple != utf8 && draws_all(simple, draws)) return code_points(simple);
  const char32_t other = stand_in(plain.front());
  if (other != U'\0' && draws(to_utf8({&other, 1}))) return std::u32string(1, other);
  return std::nullopt;
}

/// The words for a sign that has any in signs.txt.
std::optional<std::u32string> spoken(char32_t sign) {
  const std::string key = to_utf8({&sign, 1}) + ' ';  // No sign stands in the words.
  const std::size_t at = sign_lines.find(key);
  if (at == std::string_view::npos || kind_of(sign) != Kind::other) return std::nullopt;
  const std::size_t start = at + key.size();
  return code_points(sign_lines.substr(start, sign_lines.find('\n', start) - start));
}

/// A letter of the line, and what of it stands on screen.
struct Shown {
  Script script = Script::none;
  std::optional<std::u32string> text;
  bool spoken = false;  ///< A sign in words, which stand apart from what is around them.
};

std::vector<Shown> shown(std::string_view line, const Draws& draws) {
  std::vector<Shown> letters;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t end = letter_end(line, at);
    const auto letter = line.substr(at, end - at);
    auto text = letter == " " ? std::u32string(U" ") : drawable(letter, draws);
    const char32_t sign = code_point_at(letter, 0).value;
    auto words = text ? std::nullopt : spoken(sign);
    if (words) {
      letters.push_back({Script::none, std::move(words), true});
    } else {
      letters.push_back({script_of(text ? text->front() : sign), std::move(text)});
    }
    at = end;
  }
  return letters;
}

/// Half a word says something else: where one letter is missing, those of its script around it go too.
void drop_broken_words(std::vector<Shown>& letters) {
  for (auto word = letters.begin(); word != letters.end();) {
    const auto end = std::find_if(word, letters.end(), [&](const Shown& one) { return one.script != word->script; });
    const bool whole = std::all_of(word, end, [](const Shown& one) { return one.text.has_value(); });
    if (word->script != Script::none && !whole) std::for_each(word, end, [](Shown& one) { one.text.reset(); });
    word = end;
  }
}

bool separates(char32_t c) {
  constexpr std::u32string_view signs = U" ,;:·|/&+";
  return is_dash(c) || signs.contains(c);
}

bool ends_phrase(char32_t c) {
  constexpr std::u32string_view signs = U",.;:!?…)]}”’»›";
  return signs.contains(c);
}

bool closes(char32_t c) {
  constexpr std::u32string_view signs = U")]}”’»›";
  return signs.contains(c);
}

bool pair(char32_t open, char32_t close) {
  constexpr std::u32string_view pairs = U"()[]{}“”‘’«»‹›\"\"";
  for (std::size_t at = 0; at < pairs.size(); at += 2) {
    if (pairs[at] == open && pairs[at + 1] == close) return true;
  }
  return false;
}

/// Whether `c` has nothing to stand for after what is already there.
bool idle(std::u32string_view before, char32_t c) {
  constexpr std::u32string_view weak = U",;:";
  if (before.empty()) return separates(c) || (ends_phrase(c) && c != U'…');
  if (is_opening(before.back())) return separates(c);
  if (weak.contains(c)) return weak.contains(before.back()) || is_dash(before.back());
  const auto last = before.find_last_not_of(U' ');
  return is_dash(c) && before.back() == U' ' && last != std::u32string_view::npos && is_dash(before[last]);
}

/// One pass from left to right, in which what is there may shrink again.
std::u32string tidied(std::u32string_view text) {
  std::u32string result;
  for (const char32_t c : text) {
    while (closes(c) && !result.empty() && separates(result.back())) result.pop_back();
    const bool blank = !result.empty() && result.back() == U' ';
    const std::size_t solid = result.size() - (blank ? 1 : 0);
    if (solid > 0 && pair(result[solid - 1], c) && (c != U'"' || !blank)) {
      result.resize(solid - 1);
      continue;
    }
    if (c == U' ' && (result.empty() || blank || is_opening(result.back()))) continue;
    if (blank && ends_phrase(c)) result.pop_back();
    if (!idle(result, c)) result.push_back(c);
  }
  while (!result.empty() && (separates(result.back()) || is_opening(result.back()))) result.pop_back();
  const bool says_something =
      std::ranges::any_of(result, [](char32_t c) { return kind_of(c) == Kind::letter || kind_of(c) == Kind::digit; });
  return says_something ? result : std::u32string();
}

/// Nearly every line: only letters and signs that stand alone, all of them at hand.
bool plain(std::string_view line, const Draws& draws) {
  constexpr char32_t first_mark = 0x0300;
  for (std::size_t at = 0; at < line.size();) {
    const auto next = code_point_at(line, at);
    const char32_t c = next.value;
    const bool alone = c < first_mark || (c >= 0x1E00 && c < 0x1F00) || (c >= 0x2010 && c < 0x2027);
    if (!alone || (c != U' ' && !draws(line.substr(at, next.size)))) return false;
    at += next.size;
  }
  return true;
}

}  // namespace

std::string legible(std::string_view line, const Draws& draws) {
  std::string composed = compose(line);
  if (plain(composed, draws)) return composed;
  auto letters = shown(composed, draws);
  drop_broken_words(letters);
  std::u32string text;
  bool whole = true;
  bool apart = false;
  for (const auto& letter : letters) {
    whole = whole && letter.text.has_value();
    if (!letter.text) continue;
    const auto joins = [](char32_t c) { return kind_of(c) == Kind::letter || kind_of(c) == Kind::digit; };
    const bool seam = apart ? joins(letter.text->front()) : letter.spoken && !text.empty() && joins(text.back());
    if (seam) text += U' ';
    text += *letter.text;
    apart = letter.spoken;
  }
  return compose(to_utf8(whole ? text : tidied(text)));
}

bool readable(std::string_view line) {
  constexpr char32_t after_cyrillic = 0x0530;
  const auto points = code_points(compatible(line));
  return std::ranges::any_of(points, [](char32_t c) {
    const Kind kind = kind_of(c);
    const bool known = c < after_cyrillic || (c >= 0x1E00 && c < 0x2000);
    return known && (kind == Kind::letter || kind == Kind::digit);
  });
}

}  // namespace lobby::text
