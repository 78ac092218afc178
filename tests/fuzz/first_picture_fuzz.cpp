#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>

#include "show/first_picture.h"

/// Whatever became of the file of a kept picture, what is taken from it is what was written, to the last byte.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  std::istringstream file(std::string(reinterpret_cast<const char*>(bytes), size));
  const auto picture = lobby::show::unpacked(file);
  if (!picture && picture.error().message.empty()) std::abort();
  if (!picture) return 0;
  std::istringstream again(lobby::show::packed(picture->mark, picture->pixels));
  if (lobby::show::unpacked(again) != *picture) std::abort();
  return 0;
}
