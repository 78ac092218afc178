#include <cstdint>
#include <string_view>

#include "picture/heif_header.h"

using namespace lobby::picture;

/// Any bytes give a header of that type, upright, or none.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto header = heif_header(bytes);
  if (!header) return 0;
  if (header->type != heif_type(bytes) || header->exif != ExifFacts{}) __builtin_trap();
  return 0;
}
