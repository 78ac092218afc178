#include <cstdint>

#include "base/tiff.h"
#include "content/photo_metadata.h"
#include "text/charset.h"

namespace lobby::content {

namespace {

using namespace std::string_view_literals;

// Tags of CIPA DC-008 (4.6.4, 4.6.5), and the two that Windows Explorer writes.
constexpr std::uint32_t description_tag = 0x010E;
constexpr std::uint32_t artist_tag = 0x013B;
constexpr std::uint32_t windows_title_tag = 0x9C9B;
constexpr std::uint32_t windows_comment_tag = 0x9C9C;
constexpr std::uint32_t exif_tag = 0x8769;
constexpr std::uint32_t user_comment_tag = 0x9286;

/// Explorer writes these as UTF-16.
std::string windows_text(std::string_view bytes) {
  while (bytes.size() >= 2 && bytes.ends_with("\0\0"sv)) bytes.remove_suffix(2);
  return bytes.empty() ? std::string() : text::converted(bytes, "utf-16le");
}

/// Its first eight bytes name a charset.
std::string user_comment(std::string_view value, bool big_endian) {
  constexpr std::size_t header = 8;
  if (value.size() <= header) return {};
  const std::string_view words = value.substr(header);
  if (!value.starts_with("UNICODE"sv)) return std::string(words);
  return text::converted(words, big_endian ? "utf-16be" : "utf-16le");
}

}  // namespace

Description read_exif(std::string_view bytes) {
  constexpr std::size_t most_bytes = 64U << 10U;
  const Tiff tiff(bytes);
  if (bytes.size() > most_bytes || !tiff.valid()) return {};
  const std::size_t first = tiff.first_directory();
  const std::size_t exif = tiff.directory_of(first, exif_tag);
  return {{std::string(tiff.value(first, description_tag)), windows_text(tiff.value(first, windows_comment_tag)),
           windows_text(tiff.value(first, windows_title_tag)),
           user_comment(tiff.value(exif, user_comment_tag), tiff.big_endian())},
          {std::string(tiff.value(first, artist_tag))}};
}

}  // namespace lobby::content
