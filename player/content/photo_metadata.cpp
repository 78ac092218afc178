#include "content/photo_metadata.h"

#include <cstddef>
#include <cstdint>
#include <optional>

namespace lobby::content {

namespace {

using namespace std::string_view_literals;

/// A number of `size` bytes at `at`, most significant first; nothing beyond the end.
std::optional<std::size_t> big_endian(std::string_view bytes, std::size_t at, std::size_t size) {
  if (at > bytes.size() || bytes.size() - at < size) return std::nullopt;
  std::size_t value = 0;
  for (std::size_t index = 0; index < size; ++index)
    value = value << 8U | static_cast<unsigned char>(bytes[at + index]);
  return value;
}

std::optional<std::size_t> little_endian_32(std::string_view bytes, std::size_t at) {
  if (at > bytes.size() || bytes.size() - at < 4) return std::nullopt;
  std::size_t value = 0;
  for (std::size_t index = 4; index-- > 0;) value = value << 8U | static_cast<unsigned char>(bytes[at + index]);
  return value;
}

void take_exif(MetadataParts& parts, std::string_view bytes) {
  constexpr std::string_view header = "Exif\0\0"sv;
  if (bytes.starts_with(header)) bytes.remove_prefix(header.size());
  if (parts.exif.empty()) parts.exif = bytes;
}

void take_jpeg_segment(MetadataParts& parts, unsigned char marker, std::string_view segment) {
  constexpr std::string_view xmp = "http://ns.adobe.com/xap/1.0/\0"sv;
  constexpr std::string_view photoshop = "Photoshop 3.0\0"sv;
  if (marker == 0xE1 && segment.starts_with("Exif\0"sv)) take_exif(parts, segment);
  if (marker == 0xE1 && segment.starts_with(xmp) && parts.xmp.empty()) parts.xmp = segment.substr(xmp.size());
  if (marker == 0xED && segment.starts_with(photoshop)) parts.iptc += segment.substr(photoshop.size());
}

/// Segments up to the start of the scan.
MetadataParts jpeg_parts(std::string_view bytes) {
  MetadataParts parts;
  for (std::size_t at = 2; at + 4 <= bytes.size() && bytes[at] == '\xFF';) {
    const auto marker = static_cast<unsigned char>(bytes[at + 1]);
    if (marker == 0xFF) {  // padding
      ++at;
      continue;
    }
    const auto length = big_endian(bytes, at + 2, 2);
    if (marker == 0xDA || !length || *length < 2 || *length > bytes.size() - at - 2) break;
    take_jpeg_segment(parts, marker, bytes.substr(at + 4, *length - 2));
    at += 2 + *length;
  }
  return parts;
}

/// «keyword 0 flag method language 0 translation 0 text», where the flag says that the text is not compressed.
std::string_view international_text(std::string_view chunk, std::size_t keyword) {
  if (chunk.size() < keyword + 3 || chunk[keyword + 1] != '\0') return {};
  std::size_t at = keyword + 3;
  for (int skipped = 0; skipped < 2; ++skipped) {
    const auto end = chunk.find('\0', at);
    if (end == chunk.npos) return {};
    at = end + 1;
  }
  return chunk.substr(at);
}

void take_png_chunk(MetadataParts& parts, std::string_view type, std::string_view chunk) {
  if (type == "eXIf") take_exif(parts, chunk);
  if (type != "iTXt" && type != "tEXt") return;
  const auto end = chunk.find('\0');
  if (end == chunk.npos) return;
  const std::string_view keyword = chunk.substr(0, end);
  const std::string_view text = type == "iTXt" ? international_text(chunk, end) : chunk.substr(end + 1);
  if (keyword == "XML:com.adobe.xmp" && parts.xmp.empty()) parts.xmp = text;
  if (keyword == "Description" && parts.text.empty()) parts.text = text;
}

MetadataParts png_parts(std::string_view bytes) {
  MetadataParts parts;
  for (std::size_t at = 8; at < bytes.size();) {
    const auto length = big_endian(bytes, at, 4);
    if (!length || bytes.size() - at < 12 || *length > bytes.size() - at - 12) break;
    take_png_chunk(parts, bytes.substr(at + 4, 4), bytes.substr(at + 8, *length));
    at += 12 + *length;
  }
  return parts;
}

MetadataParts webp_parts(std::string_view bytes) {
  MetadataParts parts;
  for (std::size_t at = 12; at + 8 <= bytes.size();) {
    const auto length = little_endian_32(bytes, at + 4);
    if (!length || *length > bytes.size() - at - 8) break;
    const std::string_view type = bytes.substr(at, 4);
    const std::string_view chunk = bytes.substr(at + 8, *length);
    if (type == "EXIF") take_exif(parts, chunk);
    if (type == "XMP " && parts.xmp.empty()) parts.xmp = chunk;
    at += 8 + *length + (*length & 1U);
  }
  return parts;
}

/// One dataset of the record 2 («application») of IPTC IIM.
void take_dataset(Description& description, unsigned char number, std::string_view value) {
  constexpr unsigned char caption = 120;
  constexpr unsigned char byline = 80;
  constexpr unsigned char credit = 110;
  if (number == caption) description.captions.insert(description.captions.begin(), std::string(value));
  if (number == byline) description.credits.insert(description.credits.begin(), std::string(value));
  if (number == credit) description.credits.emplace_back(value);
}

void read_datasets(std::string_view data, Description& description) {
  constexpr char tag = '\x1C';
  for (std::size_t at = 0; at + 5 <= data.size() && data[at] == tag;) {
    const auto length = big_endian(data, at + 3, 2);
    // A length with its top bit set is the length of a length: no caption is that long.
    if (!length || *length > 0x7FFF || *length > data.size() - at - 5) break;
    if (data[at + 1] == 2) {
      take_dataset(description, static_cast<unsigned char>(data[at + 2]), data.substr(at + 5, *length));
    }
    at += 5 + *length;
  }
}

}  // namespace

MetadataParts metadata_parts(std::string_view picture) {
  if (picture.starts_with("\xFF\xD8\xFF"sv)) return jpeg_parts(picture);
  if (picture.starts_with("\x89PNG\r\n\x1A\n"sv)) return png_parts(picture);
  if (picture.starts_with("RIFF"sv) && picture.substr(0, 12).ends_with("WEBP"sv)) return webp_parts(picture);
  return {};
}

Description read_iptc(std::string_view resources) {
  constexpr std::size_t datasets = 0x0404;
  Description description;
  for (std::size_t at = 0; at + 12 <= resources.size() && resources.substr(at, 4) == "8BIM"sv;) {
    const auto id = big_endian(resources, at + 4, 2);
    const auto name = big_endian(resources, at + 6, 1);
    std::size_t body = at + 7 + name.value_or(0);
    body += (body - at) & 1U;  // the name is padded to an even length
    const auto size = big_endian(resources, body, 4);
    if (!id || !size || *size > resources.size() - body - 4) break;
    if (*id == datasets) read_datasets(resources.substr(body + 4, *size), description);
    at = body + 4 + *size + (*size & 1U);
  }
  return description;
}

}  // namespace lobby::content
