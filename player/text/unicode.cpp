#include "text/unicode.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

namespace lobby::text {
namespace {

bool is_ascii(std::string_view bytes) {
  return std::ranges::all_of(bytes, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// The bounds of the second byte depend on the first: this is what keeps overlong forms and surrogates out.
bool fits_second(unsigned char first, unsigned char second) {
  switch (first) {
    case 0xE0:
      return second >= 0xA0 && second <= 0xBF;
    case 0xED:
      return second >= 0x80 && second <= 0x9F;
    case 0xF0:
      return second >= 0x90 && second <= 0xBF;
    case 0xF4:
      return second >= 0x80 && second <= 0x8F;
    default:
      return second >= 0x80 && second <= 0xBF;
  }
}

/// What NFC leaves alone wherever it stands: all below the combining marks, the letters of Vietnamese, and the dashes,
/// quotes and dots of titles (NFC_Quick_Check of Unicode's UAX 15).
bool composes_with_nothing(char32_t c) {
  return c < 0x300 || (c >= 0x1EA0 && c <= 0x1EF9) || (c >= 0x2010 && c <= 0x2027);
}

bool is_composed(std::string_view utf8) {
  for (std::size_t at = 0; at < utf8.size();) {
    const CodePoint next = code_point_at(utf8, at);
    if (!next.valid || !composes_with_nothing(next.value)) return false;
    at += next.size;
  }
  return true;
}

/// `utf8` must be valid; nothing only when memory ends.
std::string mapped(std::string_view utf8, int option) {
  utf8proc_uint8_t* result = nullptr;
  const auto size =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(utf8.data()), static_cast<utf8proc_ssize_t>(utf8.size()),
                   &result, static_cast<utf8proc_option_t>(UTF8PROC_STABLE | option));
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(result, &std::free);
  if (size < 0) return std::string(utf8);
  return {reinterpret_cast<const char*>(result), static_cast<std::size_t>(size)};
}

}  // namespace

Kind kind_of(char32_t c) {
  if ((c >= 0x09 && c <= 0x0D) || c == 0x85) return Kind::space;
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
      return Kind::letter;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
      return Kind::mark;
    case UTF8PROC_CATEGORY_ND:
      return Kind::digit;
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
      return Kind::space;
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_CS:
    case UTF8PROC_CATEGORY_CO:
    case UTF8PROC_CATEGORY_CN:
      return Kind::invisible;
    default:
      return Kind::other;
  }
}

bool is_upper(char32_t c) { return lower_of(c) != c; }

char32_t upper_of(char32_t c) { return static_cast<char32_t>(utf8proc_toupper(static_cast<utf8proc_int32_t>(c))); }

char32_t lower_of(char32_t c) { return static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c))); }

CodePoint code_point_at(std::string_view bytes, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  const unsigned char first = byte(at);
  if (first < 0x80) return {first, 1, true};
  const std::size_t size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  const CodePoint broken{replacement, 1, false};
  if (first < 0xC2 || first > 0xF4 || bytes.size() - at < size) return broken;
  if (!fits_second(first, byte(at + 1))) return broken;
  char32_t value = first & (0x7Fu >> size);
  for (std::size_t i = 1; i < size; ++i) {
    if ((byte(at + i) & 0xC0) != 0x80) return broken;
    value = (value << 6) | (byte(at + i) & 0x3Fu);
  }
  return {value, size, true};
}

char32_t first_sign(std::string_view utf8) { return utf8.empty() ? U'\0' : code_point_at(utf8, 0).value; }

char32_t last_sign(std::string_view utf8) {
  if (utf8.empty()) return U'\0';
  std::size_t at = utf8.size() - 1;
  while (at > 0 && (static_cast<unsigned char>(utf8[at]) & 0xC0) == 0x80) --at;
  return code_point_at(utf8, at).value;
}

std::u32string code_points(std::string_view utf8) {
  std::u32string result;
  result.reserve(utf8.size());
  for (std::size_t at = 0; at < utf8.size();) {
    const CodePoint next = code_point_at(utf8, at);
    result.push_back(next.value);
    at += next.size;
  }
  return result;
}

void append(std::string& out, char32_t c) {
  if (c < 0x80) {
    out.push_back(static_cast<char>(c));
    return;
  }
  const auto tail = [&](int shift) { out.push_back(static_cast<char>(0x80 | ((c >> shift) & 0x3F))); };
  if (c < 0x800) {
    out.push_back(static_cast<char>(0xC0 | (c >> 6)));
  } else if (c < 0x10000) {
    out.push_back(static_cast<char>(0xE0 | (c >> 12)));
    tail(6);
  } else {
    out.push_back(static_cast<char>(0xF0 | (c >> 18)));
    tail(12);
    tail(6);
  }
  tail(0);
}

std::string to_utf8(std::u32string_view code_points) {
  std::string result;
  result.reserve(code_points.size() * 2);
  for (const char32_t c : code_points) append(result, c);
  return result;
}

std::string compose(std::string_view utf8) {
  if (is_composed(utf8)) return std::string(utf8);
  return mapped(to_utf8(code_points(utf8)), UTF8PROC_COMPOSE);
}

std::string compatible(std::string_view utf8) {
  if (is_ascii(utf8)) return std::string(utf8);
  return mapped(to_utf8(code_points(utf8)), UTF8PROC_COMPOSE | UTF8PROC_COMPAT);
}

std::size_t letter_end(std::string_view utf8, std::size_t at) {
  CodePoint before = code_point_at(utf8, at);
  at += before.size;
  utf8proc_int32_t state = 0;
  while (at < utf8.size()) {
    const CodePoint next = code_point_at(utf8, at);
    if (utf8proc_grapheme_break_stateful(static_cast<utf8proc_int32_t>(before.value),
                                         static_cast<utf8proc_int32_t>(next.value), &state)) {
      break;
    }
    at += next.size;
    before = next;
  }
  return at;
}

std::string lower(std::string_view utf8) {
  std::u32string text = code_points(utf8);
  std::ranges::transform(text, text.begin(), lower_of);
  return to_utf8(text);
}

}  // namespace lobby::text
