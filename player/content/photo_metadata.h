#pragma once

#include <string>
#include <string_view>
#include <vector>

// The three languages in which picture files describe themselves, as raw bytes. Pure; any thread.
namespace lobby::content {

/// The parts of a picture file that hold metadata; empty where there is none.
struct MetadataParts {
  std::string_view exif;  ///< A TIFF structure, without «Exif\0\0».
  std::string_view xmp;   ///< An XML packet.
  std::string iptc;       ///< Photoshop image resources, the segments joined.
  std::string text;       ///< The Description of a PNG; UTF-8 or Latin-1.
};
MetadataParts metadata_parts(std::string_view picture);

/// Candidates, the best first. In whatever charset the file has them, until `photo_notes` decodes them.
struct Description {
  std::vector<std::string> captions;
  std::vector<std::string> credits;
};
Description read_exif(std::string_view tiff);
Description read_iptc(std::string_view resources);
Description read_xmp(std::string_view packet);

}  // namespace lobby::content
