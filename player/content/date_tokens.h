#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The words that dates are made of. Pure; any thread.
namespace lobby::content {

/// A run of digits, a run of letters (any byte above ASCII counts as one), or a single sign.
struct DateToken {
  enum class Kind { number, word, sign } kind = Kind::sign;
  std::string text;     ///< Words in lower case and NFC.
  int value = 0;        ///< Of a number, at most 14 digits of which the first 9 count.
  bool spaced = false;  ///< White space stands before it.
  bool is(std::string_view word) const { return kind == Kind::word && text == word; }
};

/// All tokens of a text, in order; white space is none.
std::vector<DateToken> date_tokens(std::string_view text);

/// A month and how many tokens name it.
struct NamedMonth {
  int month = 0;  ///< 1 to 12.
  std::size_t size = 0;
};

/// The month that stands at `index`: «Jul», «July», «tháng 7», «Thg 7», «Th7», «tháng Bảy», «Tháng Mười Hai». Nothing
/// where none does.
std::optional<NamedMonth> month_at(const std::vector<DateToken>& tokens, std::size_t index);

/// The offset from UTC of a zone's name in lower case: those of RFC 822, and of East Asia.
std::optional<std::chrono::hours> named_zone(std::string_view name);

}  // namespace lobby::content
