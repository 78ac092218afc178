#include <cstdint>
#include <string_view>

#include "picture/picture.h"

using namespace lobby::picture;

/// Any bytes give pixels or a reason. Pictures that announce more than a megapixel are left out: they only cost time.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto info = read_picture_info(bytes);
  if (!info || static_cast<std::int64_t>(info->size.width) * info->size.height > 1'000'000) return 0;
  const auto canvas = decode_picture(bytes, {64, 64});
  if (canvas && canvas->empty()) __builtin_trap();
  return 0;
}
