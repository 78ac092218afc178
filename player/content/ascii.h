#pragma once

#include <string>
#include <string_view>
#include <vector>

// The ASCII side of documents: markup, keywords, URLs. Vietnamese text goes through the `text` room instead.
namespace lobby::content {

inline bool is_digit(char c) { return c >= '0' && c <= '9'; }
inline bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
inline bool is_ascii_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

/// Lower case of A–Z; every other byte unchanged.
std::string lower_ascii(std::string_view text);

/// Without white space at either end.
std::string_view trimmed(std::string_view text);

/// Equal but for the case of A–Z.
bool same_word(std::string_view a, std::string_view b);

/// Where `needle`, written in lower case, starts in `text` whatever the case of A–Z; npos where it does not.
std::size_t find_word(std::string_view text, std::string_view needle, std::size_t from = 0);

/// The parts between separators, empty ones included.
std::vector<std::string_view> split_at(std::string_view text, char separator);

}  // namespace lobby::content
