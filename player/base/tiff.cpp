#include "base/tiff.h"

#include <algorithm>
#include <array>

namespace lobby {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t entry_bytes = 12;
/// BYTE, ASCII, UNDEFINED, and UTF-8 of Exif 3.0.
constexpr std::array<std::uint32_t, 4> types_of_bytes{1, 2, 7, 129};

}  // namespace

Tiff::Tiff(std::string_view bytes) : bytes_(bytes), big_endian_(bytes.starts_with("MM\0*"sv)) {}

bool Tiff::valid() const { return big_endian_ || bytes_.starts_with("II*\0"sv); }

std::uint32_t Tiff::number(std::size_t at, std::size_t count) const {
  if (at > bytes_.size() || bytes_.size() - at < count) return 0;
  std::uint32_t value = 0;
  for (std::size_t index = 0; index < count; ++index) {
    const std::size_t next = big_endian_ ? index : count - 1 - index;
    value = value << 8U | static_cast<unsigned char>(bytes_[at + next]);
  }
  return value;
}

std::string_view Tiff::bytes(std::size_t at, std::size_t count) const {
  return at <= bytes_.size() && count <= bytes_.size() - at ? bytes_.substr(at, count) : std::string_view();
}

std::optional<std::size_t> Tiff::entry(std::size_t directory, std::uint32_t tag) const {
  const std::uint32_t entries = directory == 0 ? 0 : number(directory, 2);
  for (std::uint32_t index = 0; index < entries; ++index) {
    const std::size_t at = directory + 2 + index * entry_bytes;
    if (at >= bytes_.size()) return std::nullopt;
    if (number(at, 2) == tag) return at;
  }
  return std::nullopt;
}

std::size_t Tiff::directory_of(std::size_t directory, std::uint32_t tag) const {
  const auto at = entry(directory, tag);
  return at ? number(*at + 8, 4) : 0;
}

std::string_view Tiff::value(std::size_t directory, std::uint32_t tag) const {
  const auto at = entry(directory, tag);
  if (!at || std::ranges::find(types_of_bytes, number(*at + 2, 2)) == types_of_bytes.end()) return {};
  const std::size_t count = number(*at + 4, 4);
  const std::size_t where = count <= 4 ? *at + 8 : number(*at + 8, 4);
  return bytes(where, count);
}

}  // namespace lobby
