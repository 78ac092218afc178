#include "content/photo_notes.h"

#include <libexif/exif-data.h>

#include <algorithm>
#include <array>
#include <memory>

#include "content/ascii.h"
#include "content/legacy_text.h"
#include "content/photo_metadata.h"
#include "text/charset.h"
#include "text/clean.h"
#include "text/decode.h"

namespace lobby::content {

namespace {

struct FreeExif {
  void operator()(ExifData* data) const { exif_data_unref(data); }
};

std::string value_of(const ExifData& data, ExifIfd directory, ExifTag tag) {
  ExifContent* const content = data.ifd[directory];
  const ExifEntry* const entry = content != nullptr ? exif_content_get_entry(content, tag) : nullptr;
  if (entry == nullptr || entry->data == nullptr) return {};
  return {reinterpret_cast<const char*>(entry->data), entry->size};
}

/// Explorer writes these as UTF-16.
std::string windows_value(const ExifData& data, ExifTag tag) {
  std::string bytes = value_of(data, EXIF_IFD_0, tag);
  while (bytes.size() >= 2 && bytes.ends_with(std::string_view("\0\0", 2))) bytes.resize(bytes.size() - 2);
  return bytes.empty() ? bytes : text::converted(bytes, "utf-16le");
}

/// Its first eight bytes name a charset.
std::string user_comment(const ExifData& data) {
  constexpr std::size_t header = 8;
  const std::string value = value_of(data, EXIF_IFD_EXIF, EXIF_TAG_USER_COMMENT);
  if (value.size() <= header) return {};
  if (!value.starts_with("UNICODE")) return value.substr(header);
  const bool intel = exif_data_get_byte_order(const_cast<ExifData*>(&data)) == EXIF_BYTE_ORDER_INTEL;
  return text::converted(std::string_view(value).substr(header), intel ? "utf-16le" : "utf-16be");
}

/// What cameras, scanners and programs write by themselves.
bool is_made_by_a_machine(std::string_view text) {
  static constexpr std::array<std::string_view, 15> beginnings{
      "digital camera", "olympus", "minolta", "konica",       "kodak",         "sony",     "samsung",   "canon",
      "nikon",          "default", "dcim",    "created with", "compressed by", "untitled", "screenshot"};
  const std::string lower = lower_ascii(text);
  if (std::ranges::any_of(beginnings, [&](std::string_view beginning) { return lower.starts_with(beginning); })) {
    return true;
  }
  const auto has_letter = [](unsigned char byte) { return byte >= 0x80 || is_ascii_letter(static_cast<char>(byte)); };
  if (std::ranges::none_of(text, has_letter)) return true;
  // «IMG_2041.JPG», «cof», «sdr_HDRB»: one word of plain ASCII is a name of a file or a mode.
  const bool ascii = std::ranges::all_of(text, [](unsigned char byte) { return byte < 0x80; });
  return ascii && text.find(' ') == text.npos;
}

std::string cleaned(std::string value) {
  while (value.ends_with('\0')) value.pop_back();
  std::string text = text::decode(value).text;
  Repairs repairs;
  repair_legacy({&text}, repairs);
  return text::clean_caption(text);
}

std::string first_good(const std::vector<std::string>& candidates) {
  constexpr std::size_t most_bytes = 4096;
  for (const auto& candidate : candidates) {
    if (candidate.size() > most_bytes) continue;
    std::string text = cleaned(candidate);
    if (!text.empty() && !is_made_by_a_machine(text)) return text;
  }
  return {};
}

void append(Description& all, Description more) {
  std::ranges::move(more.captions, std::back_inserter(all.captions));
  std::ranges::move(more.credits, std::back_inserter(all.credits));
}

}  // namespace

Description read_exif(std::string_view tiff) {
  constexpr std::size_t most_bytes = 64U << 10U;
  if (tiff.empty() || tiff.size() > most_bytes) return {};
  const std::string bytes = std::string("Exif\0\0", 6).append(tiff);
  const std::unique_ptr<ExifData, FreeExif> data(exif_data_new_from_data(
      reinterpret_cast<const unsigned char*>(bytes.data()), static_cast<unsigned>(bytes.size())));
  if (!data) return {};
  return {{value_of(*data, EXIF_IFD_0, EXIF_TAG_IMAGE_DESCRIPTION), windows_value(*data, EXIF_TAG_XP_COMMENT),
           windows_value(*data, EXIF_TAG_XP_TITLE), user_comment(*data)},
          {value_of(*data, EXIF_IFD_0, EXIF_TAG_ARTIST)}};
}

PhotoNotes photo_notes(std::string_view bytes) {
  const MetadataParts parts = metadata_parts(bytes);
  Description all;
  if (!parts.xmp.empty()) append(all, read_xmp(text::decode(parts.xmp).text));
  append(all, read_iptc(parts.iptc));
  append(all, read_exif(parts.exif));
  all.captions.push_back(parts.text);
  return {first_good(all.captions), first_good(all.credits)};
}

}  // namespace lobby::content
