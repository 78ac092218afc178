#include "picture/header.h"

#include <optional>

#include "base/format.h"
#include "picture/heif_header.h"

namespace lobby::picture {

namespace {

using namespace std::string_view_literals;

std::uint32_t big_endian(std::string_view bytes, std::size_t at, std::size_t count) {
  std::uint32_t value = 0;
  for (std::size_t index = 0; index < count; ++index)
    value = value << 8U | static_cast<unsigned char>(bytes[at + index]);
  return value;
}

std::uint32_t little_endian(std::string_view bytes, std::size_t at, std::size_t count) {
  std::uint32_t value = 0;
  for (std::size_t index = count; index > 0; --index) {
    value = value << 8U | static_cast<unsigned char>(bytes[at + index - 1]);
  }
  return value;
}

Size size_of(std::uint32_t width, std::uint32_t height) { return {static_cast<int>(width), static_cast<int>(height)}; }

/// A start of frame, of whatever process (ITU-T T.81, table B.1); the three in between are tables.
bool begins_frame(unsigned marker) {
  return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

/// Over the segments to the first frame. EXIF stands before it.
std::optional<Header> jpeg_header(std::string_view bytes) {
  Header header{PictureType::jpeg, {}, {}};
  std::size_t at = 2;
  while (at + 4 <= bytes.size()) {
    const unsigned marker = static_cast<unsigned char>(bytes[at + 1]);
    if (bytes[at] != '\xFF' || marker == 0xFF || marker == 0) {
      ++at;  // What stands between segments is passed over, as decoders do.
      continue;
    }
    if (marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8)) {
      at += 2;
      continue;
    }
    if (marker == 0xD9 || marker == 0xDA) return std::nullopt;
    const std::size_t length = big_endian(bytes, at + 2, 2);
    if (length < 2 || at + 2 + length > bytes.size()) return std::nullopt;
    const auto segment = bytes.substr(at + 4, length - 2);
    if (begins_frame(marker)) {
      if (segment.size() < 5) return std::nullopt;
      header.stored = size_of(big_endian(segment, 3, 2), big_endian(segment, 1, 2));
      return header;
    }
    if (marker == 0xE1 && segment.starts_with("Exif\0\0"sv)) header.exif = read_exif(segment);
    at += 2 + length;
  }
  return std::nullopt;
}

/// IHDR comes first (PNG specification, 5.6). EXIF counts where it stands before the pixels.
std::optional<Header> png_header(std::string_view bytes) {
  if (bytes.size() < 24 || bytes.substr(12, 4) != "IHDR"sv) return std::nullopt;
  Header header{PictureType::png, size_of(big_endian(bytes, 16, 4), big_endian(bytes, 20, 4)), {}};
  constexpr std::size_t around_data = 12;  // length, type and checksum
  for (std::size_t at = 8; bytes.size() - at >= around_data;) {
    const std::size_t length = big_endian(bytes, at, 4);
    const auto type = bytes.substr(at + 4, 4);
    if (type == "IDAT"sv || length > bytes.size() - at - around_data) break;
    if (type == "eXIf"sv) header.exif = read_exif(bytes.substr(at + 8, length));
    at += around_data + length;
  }
  return header;
}

/// The three kinds of first chunk of the WebP container: lossy, lossless, extended.
std::optional<Header> webp_header(std::string_view bytes) {
  if (bytes.size() < 30) return std::nullopt;
  Header header{PictureType::webp, {}, {}};
  const auto first = bytes.substr(12, 4);
  if (first == "VP8 "sv) {
    header.stored = size_of(little_endian(bytes, 26, 2) & 0x3FFFU, little_endian(bytes, 28, 2) & 0x3FFFU);
    return header;
  }
  if (first == "VP8L"sv) {
    const auto packed = little_endian(bytes, 21, 4);
    header.stored = size_of((packed & 0x3FFFU) + 1, (packed >> 14U & 0x3FFFU) + 1);
    return header;
  }
  if (first != "VP8X"sv) return std::nullopt;
  header.stored = size_of(little_endian(bytes, 24, 3) + 1, little_endian(bytes, 27, 3) + 1);
  for (std::size_t at = 12; bytes.size() - at >= 8;) {
    const std::size_t length = little_endian(bytes, at + 4, 4);
    if (length > bytes.size() - at - 8) break;
    if (bytes.substr(at, 4) == "EXIF"sv) header.exif = read_exif(bytes.substr(at + 8, length));
    at += 8 + length + length % 2;
    if (at > bytes.size()) break;
  }
  return header;
}

/// Where blocks of a GIF that begin at `at` end (GIF89a, 15): each says its length, the last is empty.
std::size_t after_blocks(std::string_view bytes, std::size_t at) {
  while (at < bytes.size() && bytes[at] != '\0') at += 1U + static_cast<unsigned char>(bytes[at]);
  return at + 1;
}

std::size_t colour_table_bytes(unsigned char flags) { return (flags & 0x80U) != 0 ? 3U << ((flags & 7U) + 1U) : 0U; }

/// Over the extensions to the first frame.
std::optional<Header> gif_header(std::string_view bytes) {
  constexpr std::size_t screen = 13;
  if (bytes.size() < screen) return std::nullopt;
  std::size_t at = screen + colour_table_bytes(static_cast<unsigned char>(bytes[10]));
  while (at + 10 <= bytes.size()) {
    if (bytes[at] == ',') {
      return Header{PictureType::gif, size_of(little_endian(bytes, at + 5, 2), little_endian(bytes, at + 7, 2)), {}};
    }
    if (bytes[at] != '!') return std::nullopt;
    at = after_blocks(bytes, at + 2);
  }
  return std::nullopt;
}

Result<Header> checked(const std::optional<Header>& header, PictureType type) {
  if (header) return *header;
  return fail(ErrorKind::invalid, format("the {} cannot be shown: it ends within its header",
                                         type == PictureType::jpeg ? "JPEG" : to_string(type)));
}

}  // namespace

Result<Header> read_header(std::string_view bytes) {
  if (bytes.empty()) return fail(ErrorKind::invalid, "the picture is empty: 0 bytes");
  if (bytes.starts_with("\xFF\xD8\xFF"sv)) return checked(jpeg_header(bytes), PictureType::jpeg);
  if (bytes.starts_with("\x89PNG\r\n\x1A\n"sv)) return checked(png_header(bytes), PictureType::png);
  if (bytes.starts_with("GIF87a"sv) || bytes.starts_with("GIF89a"sv))
    return checked(gif_header(bytes), PictureType::gif);
  if (bytes.starts_with("RIFF"sv) && bytes.size() >= 12 && bytes.substr(8, 4) == "WEBP"sv) {
    return checked(webp_header(bytes), PictureType::webp);
  }
  if (const auto type = heif_type(bytes)) return checked(heif_header(bytes), *type);
  const auto start = bytes.find_first_not_of(" \t\r\n");
  if (start != std::string_view::npos && bytes[start] == '<') {
    return fail(ErrorKind::invalid, "a page or SVG came instead of a picture; use JPEG, PNG, WebP or GIF");
  }
  return fail(ErrorKind::invalid, "this is no picture that the player knows; use JPEG, PNG, WebP or GIF");
}

}  // namespace lobby::picture
