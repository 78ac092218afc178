#include <cstddef>
#include <cstdint>

#include "content/photo_notes.h"
#include "text/clean.h"

/// Any bytes as the head of a picture file: only valid UTF-8 comes out.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto notes = lobby::content::photo_notes({reinterpret_cast<const char*>(data), size});
  if (!lobby::text::valid_utf8(notes.caption) || !lobby::text::valid_utf8(notes.credit)) __builtin_trap();
  return 0;
}
