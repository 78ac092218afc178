#include "text/direction.h"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "text/unicode.h"

namespace lobby::text {
namespace {

bool runs_to_the_left(char32_t c) {
  return (c >= 0x0590 && c <= 0x08FF) || (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC);
}

bool runs_to_the_left(std::string_view word) {
  return std::ranges::any_of(code_points(word), [](char32_t c) { return runs_to_the_left(c); });
}

bool has_letters(std::string_view word) {
  return std::ranges::any_of(code_points(word), [](char32_t c) { return kind_of(c) == Kind::letter; });
}

/// Nearly every line: bytes below those of Hebrew and Arabic, but for signs of three bytes.
bool surely_runs_to_the_right(std::string_view line) {
  return std::ranges::none_of(line, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte >= 0xD6 && byte <= 0xE0) || byte == 0xEF;
  });
}

}  // namespace

std::string visual_order(std::string_view line) {
  if (surely_runs_to_the_right(line)) return std::string(line);
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at <= line.size();) {
    const std::size_t end = std::min(line.find(' ', at), line.size());
    words.push_back(line.substr(at, end - at));
    at = end + 1;
  }
  for (auto first = words.begin(); first != words.end();) {
    auto last = first;  // After the last word of the run.
    for (auto word = first; word != words.end(); ++word) {
      if (runs_to_the_left(*word)) {
        last = word + 1;
      } else if (word == first || has_letters(*word)) {
        break;
      }
    }
    std::reverse(first, last);
    first = last == first ? first + 1 : last;
  }
  std::string result;
  for (const auto word : words) result.append(word).push_back(' ');
  result.pop_back();
  return result;
}

}  // namespace lobby::text
