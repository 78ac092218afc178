#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "show/first_picture.h"

/// Whatever became of the file of a kept picture, what is taken from it is what was written, to the last byte.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view file(reinterpret_cast<const char*>(bytes), size);
  const auto picture = lobby::show::unpacked(file);
  if (!picture && picture.error().message.empty()) std::abort();
  if (picture && lobby::show::unpacked(lobby::show::packed(picture->mark, picture->pixels)) != *picture) std::abort();
  return 0;
}
