#include "content/ascii.h"

#include <algorithm>

namespace lobby::content {

namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

}  // namespace

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), lower);
  return out;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_ascii_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_ascii_space(text.back())) text.remove_suffix(1);
  return text;
}

bool same_word(std::string_view a, std::string_view b) { return std::ranges::equal(a, b, {}, lower, lower); }

std::size_t find_word(std::string_view text, std::string_view needle, std::size_t from) {
  if (from > text.size()) return text.npos;
  const auto rest = text.substr(from);
  const auto found = std::ranges::search(rest, needle, {}, lower);
  return found.empty() && !needle.empty() ? text.npos : from + static_cast<std::size_t>(found.begin() - rest.begin());
}

std::vector<std::string_view> split_at(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const auto at = text.find(separator);
    parts.push_back(text.substr(0, at));
    if (at == text.npos) return parts;
    text.remove_prefix(at + 1);
  }
}

}  // namespace lobby::content
