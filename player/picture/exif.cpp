#include "picture/exif.h"

#include <cstddef>
#include <cstdint>
#include <optional>

namespace lobby::picture {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t entry_bytes = 12;

/// Numbers of a TIFF structure in its own byte order; 0 beyond its end.
struct Tiff {
  std::string_view bytes;
  bool big_endian = false;

  std::uint32_t number(std::size_t at, std::size_t count) const {
    if (at > bytes.size() || bytes.size() - at < count) return 0;
    std::uint32_t value = 0;
    for (std::size_t index = 0; index < count; ++index) {
      const std::size_t next = big_endian ? index : count - 1 - index;
      value = value << 8U | static_cast<unsigned char>(bytes[at + next]);
    }
    return value;
  }

  /// Where the entry with that tag begins in a directory.
  std::optional<std::size_t> entry(std::size_t directory, std::uint32_t tag) const {
    const std::uint32_t entries = number(directory, 2);
    for (std::uint32_t index = 0; index < entries; ++index) {
      const std::size_t at = directory + 2 + index * entry_bytes;
      if (at >= bytes.size()) return std::nullopt;
      if (number(at, 2) == tag) return at;
    }
    return std::nullopt;
  }

  /// The directory that an entry points to.
  std::optional<std::size_t> directory_of(std::optional<std::size_t> entry) const {
    if (!entry) return std::nullopt;
    return number(*entry + 8, 4);
  }
};

// Tags of CIPA DC-008: 4.6.4 and 4.6.3.3.
constexpr std::uint32_t orientation_tag = 0x0112;
constexpr std::uint32_t exif_tag = 0x8769;
constexpr std::uint32_t interoperability_tag = 0xA005;
constexpr std::uint32_t interoperability_index_tag = 0x0001;
constexpr std::uint32_t short_type = 3;

int orientation_of(const Tiff& tiff, std::size_t directory) {
  const auto entry = tiff.entry(directory, orientation_tag);
  if (!entry || tiff.number(*entry + 2, 2) != short_type) return 1;
  const auto orientation = tiff.number(*entry + 8, 2);
  return orientation >= 1 && orientation <= 8 ? static_cast<int>(orientation) : 1;
}

/// The optional colour space of DCF is Adobe RGB (1998); cameras say so there, and write no profile.
bool is_adobe_rgb(const Tiff& tiff, std::size_t directory) {
  const auto exif = tiff.directory_of(tiff.entry(directory, exif_tag));
  if (!exif) return false;
  const auto rules = tiff.directory_of(tiff.entry(*exif, interoperability_tag));
  if (!rules) return false;
  const auto index = tiff.entry(*rules, interoperability_index_tag);
  return index && *index + entry_bytes <= tiff.bytes.size() && tiff.bytes.substr(*index + 8, 3) == "R03"sv;
}

}  // namespace

ExifFacts read_exif(std::string_view bytes) {
  if (bytes.starts_with("Exif\0\0"sv)) bytes.remove_prefix(6);
  const Tiff tiff{bytes, bytes.starts_with("MM\0*"sv)};
  if (!tiff.big_endian && !bytes.starts_with("II*\0"sv)) return {};
  const std::size_t directory = tiff.number(4, 4);
  return {orientation_of(tiff, directory), is_adobe_rgb(tiff, directory)};
}

}  // namespace lobby::picture
