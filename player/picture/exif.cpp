#include "picture/exif.h"

#include <cstddef>
#include <cstdint>

#include "base/tiff.h"

namespace lobby::picture {

namespace {

using namespace std::string_view_literals;

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
  const std::size_t exif = tiff.directory_of(directory, exif_tag);
  const std::size_t rules = tiff.directory_of(exif, interoperability_tag);
  const auto index = tiff.entry(rules, interoperability_index_tag);
  return index && tiff.bytes(*index + 8, 3) == "R03"sv;
}

}  // namespace

ExifFacts read_exif(std::string_view bytes) {
  if (bytes.starts_with("Exif\0\0"sv)) bytes.remove_prefix(6);
  const Tiff tiff(bytes);
  if (!tiff.valid()) return {};
  const std::size_t directory = tiff.first_directory();
  return {orientation_of(tiff, directory), is_adobe_rgb(tiff, directory)};
}

}  // namespace lobby::picture
