#include "text/token.h"

#include <algorithm>
#include <cstddef>

#include "text/compounds.h"
#include "text/syllable.h"
#include "text/unicode.h"

namespace lobby::text {
namespace {

bool is_word(char32_t c) {
  const Kind kind = kind_of(c);
  return kind == Kind::letter || kind == Kind::digit || kind == Kind::mark;
}

bool is_letter(char32_t c) { return kind_of(c) == Kind::letter; }
bool is_lower(char32_t c) { return is_letter(c) && upper_of(c) != c; }

/// True where a line may break after `c` though no space follows: a space was forgotten («thế giới,Tháng»), or the
/// sign joins words («kinh tế-xã hội»).
bool breaks_after(char32_t before, char32_t c, char32_t next) {
  constexpr std::u32string_view joints = U",;:…-/–—";
  if (c == U'.') return is_lower(before) && is_upper(next);
  if (c == U'-' && is_upper(before) && is_upper(next)) return false;  // «NĐ-CP»
  return joints.find(c) != std::u32string_view::npos && is_letter(before) && is_letter(next);
}

/// The numbers of documents («09-CT/TW») have no words in them.
bool is_code(std::string_view chunk) { return chunk.front() >= '0' && chunk.front() <= '9'; }

/// «https://a.vn/x», «congan@ninhbinh.gov.vn», «ninhbinh.gov.vn»
bool is_address(std::string_view chunk) {
  if (chunk.find("://") != std::string_view::npos || chunk.find('@') != std::string_view::npos) return true;
  const auto is_plain = [](char c) { return c >= 'a' && c <= 'z'; };
  for (std::size_t dot = 1; dot + 1 < chunk.size(); ++dot) {
    if (chunk[dot] != '.') continue;
    constexpr std::size_t shortest = 8;  // «v.v» and «ths.bs» are none.
    if (is_plain(chunk[dot - 1]) && is_plain(chunk[dot + 1]) && chunk.size() >= shortest) return true;
  }
  return false;
}

/// True where an address may be broken between two letters: after «/» and the like, and before a full stop, which would
/// else seem to end it.
bool breaks_address(char32_t before, char32_t c, char32_t next) {
  constexpr std::u32string_view joints = U"/?&=_-@#%,";
  if (c == U'.' && is_word(next)) return is_word(before);
  return joints.find(before) != std::u32string_view::npos && joints.find(c) == std::u32string_view::npos && is_word(c);
}

Shape shape_of(std::u32string_view core, std::string_view text) {
  if (core.empty()) {
    return std::ranges::all_of(code_points(text), is_dash) ? Shape::dash : Shape::sign;
  }
  if (kind_of(core.front()) == Kind::digit) return Shape::number;
  if (!is_upper(core.front())) return Shape::lower;
  const bool caps = core.size() > 1 && std::ranges::none_of(core, is_lower);
  return caps ? Shape::caps : Shape::capital;
}

Token token_of(std::string_view text, bool spaced) {
  Token result;
  result.text = text;
  result.spaced = spaced;
  std::size_t first = text.size();
  std::size_t last = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    if (is_word(c.value)) {
      first = std::min(first, at);
      last = at + c.size;
    }
    at += c.size;
  }
  if (last == 0) {
    result.shape = shape_of({}, text);
    return result;
  }
  const std::string_view core = text.substr(first, last - first);
  result.lead = text.substr(0, first);
  result.trail = text.substr(last);
  result.core = lower(core);
  result.key = compound_key(core);
  result.shape = shape_of(code_points(core), text);
  return result;
}

/// Cuts an address at its joints and every so many letters, and any other chunk only at the latter.
void split_long(std::string_view chunk, bool spaced, bool joints, std::vector<Token>& out) {
  constexpr int most_letters = 16;
  std::size_t start = 0;
  int letters = 0;
  char32_t before = 0;
  const auto put = [&](std::size_t end, bool space) {
    out.push_back(token_of(chunk.substr(start, end - start), space));
    if (out.back().shape != Shape::sign) out.back().shape = Shape::part;
    start = end;
    letters = 0;
  };
  for (std::size_t at = 0; at < chunk.size();) {
    const char32_t c = code_point_at(chunk, at).value;
    const std::size_t end = letter_end(chunk, at);
    const char32_t next = end < chunk.size() ? code_point_at(chunk, end).value : 0;
    const bool joint = joints && breaks_address(before, c, next);
    if (at > start && (joint || (letters >= most_letters && is_word(before) && is_word(c)))) put(at, false);
    ++letters;
    before = c;
    at = end;
  }
  put(chunk.size(), spaced);
}

bool is_too_long(std::string_view chunk) {
  constexpr std::size_t longest_word = 30;
  return chunk.size() > longest_word && code_points(chunk).size() > longest_word;
}

void put(std::string_view chunk, bool spaced, std::vector<Token>& out) {
  if (is_too_long(chunk)) return split_long(chunk, spaced, false, out);
  out.push_back(token_of(chunk, spaced));
}

/// `chunk` is a run without spaces.
void split(std::string_view chunk, bool spaced, std::vector<Token>& out) {
  if (is_address(chunk)) return split_long(chunk, spaced, true, out);
  std::size_t start = 0;
  if (!is_code(chunk)) {
    char32_t before = 0;
    for (std::size_t at = 0; at < chunk.size();) {
      const CodePoint c = code_point_at(chunk, at);
      at += c.size;
      if (at < chunk.size() && breaks_after(before, c.value, code_point_at(chunk, at).value)) {
        put(chunk.substr(start, at - start), false, out);
        start = at;
      }
      before = c.value;
    }
  }
  put(chunk.substr(start), spaced, out);
}

bool is_shouted(const Token& token) {
  return (token.shape == Shape::caps || token.shape == Shape::capital) && is_syllable(code_points(token.core));
}

/// A name after a title keeps its capitals: «ĐỒNG CHÍ NGUYỄN VĂN A» is found by the title, the rest by compounds.
void lower_shouted(std::vector<Token>& all) {
  const auto words =
      std::ranges::count_if(all, [](const Token& t) { return t.shape == Shape::lower || t.shape == Shape::capital; });
  const auto shouted =
      std::ranges::count_if(all, [](const Token& t) { return t.shape == Shape::caps && is_shouted(t); });
  if (shouted < 3 || shouted <= words) return;
  for (Token& token : all) {
    if (is_shouted(token)) token.shape = Shape::lower;
  }
}

}  // namespace

bool is_dash(char32_t c) { return c == U'-' || (c >= U'\u2010' && c <= U'\u2015') || c == U'\u2212'; }

bool is_opening(char32_t c) {
  constexpr std::u32string_view signs = U"“‘«‹([{„";
  return signs.find(c) != std::u32string_view::npos;
}

bool is_closing(char32_t c) {
  constexpr std::u32string_view signs = U"”’»›)]},.;:!?…%‰°";
  return signs.find(c) != std::u32string_view::npos;
}

bool is_plain_number(const Token& token) {
  return token.shape == Shape::number &&
         std::ranges::all_of(token.core, [](char c) { return (c >= '0' && c <= '9') || c == '.' || c == ','; });
}

std::vector<Token> tokens(std::string_view line) {
  std::vector<Token> result;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t end = std::min(line.find(' ', at), line.size());
    if (end > at) split(line.substr(at, end - at), true, result);
    at = end + 1;
  }
  lower_shouted(result);
  return result;
}

}  // namespace lobby::text
