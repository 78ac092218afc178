#include "stage/font_tables.h"

#include <cstdint>
#include <optional>
#include <string>

#include "base/format.h"

namespace lobby::stage {

namespace {

constexpr std::size_t head_bytes = 12;
constexpr std::size_t entry_bytes = 16;

/// The number at `at`, most significant byte first; nothing beyond the end.
std::optional<std::uint32_t> number_at(std::string_view bytes, std::size_t at, std::size_t size) {
  if (at > bytes.size() || size > bytes.size() - at) return std::nullopt;
  std::uint32_t number = 0;
  for (const char byte : bytes.substr(at, size)) number = number << 8U | static_cast<unsigned char>(byte);
  return number;
}

/// As a person reads it: a tag may hold any bytes.
std::string readable(std::string_view tag) {
  std::string text;
  for (const char c : tag) text += c > ' ' && c < 127 && c != '\'' ? c : '?';
  return text;
}

Error cut(std::string_view what, std::size_t size) {
  return {ErrorKind::invalid, format("{} ends beyond its {} bytes", what, size)};
}

}  // namespace

Result<void> check_tables(std::string_view bytes) {
  constexpr std::size_t first_of_collection = 12;
  std::size_t begin = 0;
  if (bytes.starts_with("ttcf")) {
    const auto place = number_at(bytes, first_of_collection, 4);
    if (!place) return std::unexpected(cut("the list of its fonts", bytes.size()));
    begin = *place;
  }
  const auto count = number_at(bytes, begin + 4, 2);
  if (!count) return std::unexpected(cut("the list of its tables", bytes.size()));
  for (std::size_t index = 0; index < *count; ++index) {
    const std::size_t at = begin + head_bytes + index * entry_bytes;
    const auto offset = number_at(bytes, at + 8, 4);
    const auto length = number_at(bytes, at + 12, 4);
    if (!offset || !length) return std::unexpected(cut("the list of its tables", bytes.size()));
    if (*offset <= bytes.size() && *length <= bytes.size() - *offset) continue;
    return std::unexpected(cut(format("its table '{}'", readable(bytes.substr(at, 4))), bytes.size()));
  }
  return {};
}

}  // namespace lobby::stage
