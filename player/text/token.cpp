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

/// Addresses and the numbers of documents («09-CT/TW») have no words in them.
bool is_code(std::string_view chunk) {
  return (chunk.front() >= '0' && chunk.front() <= '9') || chunk.find("://") != std::string_view::npos ||
         chunk.find('@') != std::string_view::npos || chunk.starts_with("www.");
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

/// `chunk` is a run without spaces.
void split(std::string_view chunk, bool spaced, std::vector<Token>& out) {
  std::size_t start = 0;
  if (!is_code(chunk)) {
    char32_t before = 0;
    for (std::size_t at = 0; at < chunk.size();) {
      const CodePoint c = code_point_at(chunk, at);
      at += c.size;
      if (at < chunk.size() && breaks_after(before, c.value, code_point_at(chunk, at).value)) {
        out.push_back(token_of(chunk.substr(start, at - start), false));
        start = at;
      }
      before = c.value;
    }
  }
  out.push_back(token_of(chunk.substr(start), spaced));
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
