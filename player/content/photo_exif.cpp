#include <algorithm>
#include <array>
#include <cstdint>

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

/// Directories of a TIFF structure in its own byte order. What would lie beyond its end says nothing. Nothing is
/// followed but two offsets, so no loop can be made of them.
class Tiff {
 public:
  explicit Tiff(std::string_view bytes) : bytes_(bytes), big_endian_(bytes.starts_with("MM\0*"sv)) {}

  bool valid() const { return big_endian_ || bytes_.starts_with("II*\0"sv); }
  bool big_endian() const { return big_endian_; }
  std::size_t first_directory() const { return number(4, 4); }

  /// 0 where the directory does not have it.
  std::size_t offset(std::size_t directory, std::uint32_t tag) const {
    const std::size_t at = entry(directory, tag);
    return at == 0 ? 0 : number(at + 8, 4);
  }

  /// Bytes, text or whatever: one that is no longer than four bytes stands in the entry itself.
  std::string_view value(std::size_t directory, std::uint32_t tag) const {
    static constexpr std::array<std::uint32_t, 4> types_of_bytes{1, 2, 7, 129};
    const std::size_t at = entry(directory, tag);
    if (at == 0 || std::ranges::find(types_of_bytes, number(at + 2, 2)) == types_of_bytes.end()) return {};
    const std::size_t count = number(at + 4, 4);
    const std::size_t where = count <= 4 ? at + 8 : number(at + 8, 4);
    return where <= bytes_.size() && count <= bytes_.size() - where ? bytes_.substr(where, count) : std::string_view();
  }

 private:
  static constexpr std::size_t entry_bytes = 12;

  /// 0 beyond the end.
  std::uint32_t number(std::size_t at, std::size_t count) const {
    if (at > bytes_.size() || bytes_.size() - at < count) return 0;
    std::uint32_t value = 0;
    for (std::size_t index = 0; index < count; ++index) {
      const std::size_t next = big_endian_ ? index : count - 1 - index;
      value = value << 8U | static_cast<unsigned char>(bytes_[at + next]);
    }
    return value;
  }

  /// Where the entry with that tag begins; 0 where there is none, for there the structure itself begins.
  std::size_t entry(std::size_t directory, std::uint32_t tag) const {
    const std::uint32_t entries = directory == 0 ? 0 : number(directory, 2);
    for (std::uint32_t index = 0; index < entries; ++index) {
      const std::size_t at = directory + 2 + index * entry_bytes;
      if (at + entry_bytes > bytes_.size()) return 0;
      if (number(at, 2) == tag) return at;
    }
    return 0;
  }

  std::string_view bytes_;
  bool big_endian_;
};

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
  const std::size_t exif = tiff.offset(first, exif_tag);
  return {{std::string(tiff.value(first, description_tag)), windows_text(tiff.value(first, windows_comment_tag)),
           windows_text(tiff.value(first, windows_title_tag)),
           user_comment(tiff.value(exif, user_comment_tag), tiff.big_endian())},
          {std::string(tiff.value(first, artist_tag))}};
}

}  // namespace lobby::content
