#include "text/figures.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace lobby::text {

bool is_number(const Token& t) { return t.shape == Shape::number; }

bool is_roman(const Token& t) {
  const std::string_view numeral = std::string_view(t.core).substr(0, t.core.find('/'));
  const bool upper = t.shape == Shape::caps || (t.shape == Shape::capital && t.core.size() == 1);
  return upper && !numeral.empty() && numeral.find_first_not_of("ivxlcdm") == std::string_view::npos;
}

bool is_date(const Token& t) {
  return is_number(t) && t.core.find_first_not_of("0123456789/-.") == std::string::npos &&
         std::ranges::count_if(t.core, [](char c) { return c < '0'; }) >= 2;
}

bool is_digits(const Token& t) {
  return is_number(t) && std::ranges::all_of(t.core, [](char c) { return c >= '0' && c <= '9'; });
}

bool is_year(const Token& t) { return is_digits(t) && t.core.size() == 4 && t.core >= "1945" && t.core <= "2050"; }

bool is_share(const Token& t) {
  if (!is_number(t)) return false;
  const std::size_t slash = t.core.find('/');
  if (slash == std::string::npos || t.core.find_first_not_of("0123456789/") != std::string::npos) return false;
  const std::string_view part = std::string_view(t.core).substr(0, slash);
  const std::string_view whole = std::string_view(t.core).substr(slash + 1);
  if (whole.empty() || part.size() > 3 || whole.size() > 3 || whole.find('/') != std::string_view::npos) return false;
  const auto beyond = [](std::string_view figures, std::string_view most) {
    return figures.size() > most.size() || (figures.size() == most.size() && figures > most);
  };
  return beyond(part, "31") || beyond(whole, "12");
}

bool is_whole(const Token& t) {
  const std::size_t half = t.core.size() / 2;
  const std::string_view core = t.core;
  return is_number(t) && core.size() % 2 == 1 && core[half] == '/' && core.substr(0, half) == core.substr(half + 1);
}

bool is_span(const Token& t) {
  constexpr std::string_view figures = "0123456789.,";
  if (!is_number(t)) return false;
  const std::string_view core = t.core;
  const std::size_t first = core.find_first_not_of(figures);
  const std::size_t last = core.find_last_not_of(figures);
  if (first == std::string_view::npos || first == 0 || last + 1 == core.size()) return false;
  const std::string_view dash = core.substr(first, last - first + 1);
  return dash == "-" || dash == "–";
}

bool is_code(const Token& t) {
  return is_number(t) && t.core.find_first_of("-/") != std::string::npos &&
         t.core.find_first_not_of("0123456789/-.,") != std::string::npos;
}

bool has_digit(const Token& t) { return t.core.find_first_of("0123456789") != std::string::npos; }

}  // namespace lobby::text
