#include "content/date_tokens.h"

#include <algorithm>
#include <array>
#include <utility>

#include "content/ascii.h"
#include "text/clean.h"
#include "text/unicode.h"

namespace lobby::content {

namespace {

using Kind = DateToken::Kind;

bool is_word_byte(char c) { return is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80; }

DateToken token_at(std::string_view text, std::size_t at) {
  const auto run = [&](auto belongs) {
    std::size_t end = at;
    while (end < text.size() && belongs(text[end])) ++end;
    return std::string(text.substr(at, end - at));
  };
  if (is_digit(text[at])) {
    DateToken token{Kind::number, run(is_digit)};
    for (const char c : token.text.substr(0, 9)) token.value = token.value * 10 + (c - '0');
    return token;
  }
  if (is_word_byte(text[at])) return {Kind::word, run(is_word_byte)};
  return {Kind::sign, std::string(1, text[at])};
}

/// «THÁNG» and a decomposed «tháng» are the same word.
std::string folded(std::string_view text) {
  if (std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; })) return lower_ascii(text);
  return text::lower(text::nfc(text));
}

int english_month(const DateToken& token) {
  static constexpr std::array<std::string_view, 12> names{"january",   "february", "march",    "april",
                                                          "may",       "june",     "july",     "august",
                                                          "september", "october",  "november", "december"};
  if (token.kind != Kind::word || token.text.size() < 3) return 0;
  if (token.text == "sept") return 9;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i].starts_with(token.text)) return static_cast<int>(i) + 1;
  }
  return 0;
}

/// The number that a month is called by: «giêng» is the first of the year, «tư» and «bốn» are both four.
int vietnamese_number(const DateToken& token) {
  static constexpr std::array<std::pair<std::string_view, int>, 13> names{{{"giêng", 1},
                                                                           {"một", 1},
                                                                           {"hai", 2},
                                                                           {"ba", 3},
                                                                           {"tư", 4},
                                                                           {"bốn", 4},
                                                                           {"năm", 5},
                                                                           {"sáu", 6},
                                                                           {"bảy", 7},
                                                                           {"bẩy", 7},
                                                                           {"tám", 8},
                                                                           {"chín", 9},
                                                                           {"mười", 10}}};
  for (const auto& [name, number] : names) {
    if (token.is(name)) return number;
  }
  return 0;
}

}  // namespace

std::vector<DateToken> date_tokens(std::string_view raw) {
  const std::string text = folded(raw);
  const std::string_view view = text;
  std::vector<DateToken> found;
  bool spaced = false;
  for (std::size_t at = 0; at < view.size();) {
    if (is_ascii_space(view[at]) || view.substr(at).starts_with("\u00A0")) {
      at += is_ascii_space(view[at]) ? 1 : 2;
      spaced = true;
      continue;
    }
    found.push_back(token_at(view, at));
    found.back().spaced = std::exchange(spaced, false);
    at += found.back().text.size();
  }
  return found;
}

std::optional<NamedMonth> month_at(const std::vector<DateToken>& tokens, std::size_t index) {
  static const DateToken none;
  const auto at = [&tokens](std::size_t i) -> const DateToken& { return i < tokens.size() ? tokens[i] : none; };
  if (const int month = english_month(at(index)); month > 0) return NamedMonth{month, 1};
  const DateToken& word = at(index);
  if (!word.is("tháng") && !word.is("thg") && !word.is("th")) return std::nullopt;
  const std::size_t dot = at(index + 1).text == "." ? 1 : 0;
  const DateToken& number = at(index + 1 + dot);
  if (number.kind == Kind::number && number.text.size() <= 2 && number.value >= 1 && number.value <= 12) {
    return NamedMonth{number.value, 2 + dot};
  }
  const int first = vietnamese_number(number);
  if (first == 0) return std::nullopt;
  const int second = first == 10 ? vietnamese_number(at(index + 2 + dot)) : 0;
  if (second == 1 || second == 2) return NamedMonth{10 + second, 3 + dot};
  return NamedMonth{first, 2 + dot};
}

std::optional<std::chrono::hours> named_zone(std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, int>, 15> zones{{{"ut", 0},
                                                                           {"gmt", 0},
                                                                           {"utc", 0},
                                                                           {"z", 0},
                                                                           {"est", -5},
                                                                           {"edt", -4},
                                                                           {"cst", -6},
                                                                           {"cdt", -5},
                                                                           {"mst", -7},
                                                                           {"mdt", -6},
                                                                           {"pst", -8},
                                                                           {"pdt", -7},
                                                                           {"ict", 7},
                                                                           {"sgt", 8},
                                                                           {"jst", 9}}};
  for (const auto& [zone, hour] : zones) {
    if (zone == name) return std::chrono::hours(hour);
  }
  return std::nullopt;
}

}  // namespace lobby::content
