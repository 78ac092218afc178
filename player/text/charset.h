#pragma once

#include <optional>
#include <string>
#include <string_view>

// Bytes of one named charset to UTF-8. Pure; any thread.
namespace lobby::text {

/// The name we use for a charset that documents and servers call `label` («ISO-8859-1» is «windows-1252», as every
/// browser has it). Nothing for a label that is unknown or that we do not decode: only the charsets on our list reach
/// the C library.
std::optional<std::string_view> charset_named(std::string_view label);

/// `bytes` of a charset that `charset_named` knows. Bytes without a meaning and NUL become U+FFFD.
std::string converted(std::string_view bytes, std::string_view charset);

}  // namespace lobby::text
