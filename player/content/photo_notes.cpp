#include "content/photo_notes.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "content/ascii.h"
#include "content/legacy_text.h"
#include "content/photo_metadata.h"
#include "text/clean.h"
#include "text/decode.h"

namespace lobby::content {

namespace {

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
