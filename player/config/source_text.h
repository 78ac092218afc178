#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "config/report.h"

namespace lobby::config {

/// The largest file that is read: a config of a thousand anniversaries has a tenth of it.
inline constexpr std::size_t most_bytes = 256 * 1024;

/// The text of a YAML file without its byte order mark. Nothing (reported) when it cannot be one: too large, not
/// UTF-8, with control characters, empty, or plainly something else (a web page, a web server's error).
std::optional<std::string_view> source_text(std::string_view bytes, Report& report);

/// Whether a byte of UTF-8 continues a character that began before it.
constexpr bool continues_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

/// The number of characters in valid UTF-8.
int count_characters(std::string_view utf8);

/// `text` on one line, for a message: cut after 40 characters with «…».
std::string excerpt(std::string_view text);

}  // namespace lobby::config
