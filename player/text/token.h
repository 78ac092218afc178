#pragma once

#include <string>
#include <string_view>
#include <vector>

// A clean line cut into what the rules of words and glue look at. Pure; any thread.
namespace lobby::text {

enum class Shape {
  lower,
  capital,  ///< «Ninh», «A», «ThS»
  caps,     ///< «ANTQ», «NĐ-CP»
  number,   ///< Begins with a digit: «78», «16/6/1967», «09-CT/TW», «2.120km»
  dash,     ///< Nothing but dashes
  sign,     ///< No letter and no digit
  part,     ///< Of an address, or of a word too long for any line: breaks where nothing else helps
};

/// A run between spaces, or the part of one up to a place where a line may break without a space. Views into the line.
struct Token {
  std::string_view text;
  std::string_view lead;   ///< The signs before the first letter or digit
  std::string_view trail;  ///< The signs after the last
  std::string core;        ///< What is between, in lower case
  std::string key;         ///< `compound_key` of it
  Shape shape = Shape::sign;
  bool spaced = true;  ///< A space follows in the line
};

/// Linear time. In a line of capitals the words count as lower case, for there they say nothing of names.
std::vector<Token> tokens(std::string_view line);

/// No sign stands between the two words.
inline bool touches(const Token& a, const Token& b) { return a.trail.empty() && b.lead.empty(); }

bool is_dash(char32_t c);
bool is_opening(char32_t c);
bool is_closing(char32_t c);

/// «24», «3.188.469», «2,12»: digits and their marks, without a unit.
bool is_plain_number(const Token& token);

}  // namespace lobby::text
