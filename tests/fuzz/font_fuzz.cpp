#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "stage/fonts.h"

/// Any bytes give a font that sets and draws a line, or a complaint.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace lobby::stage;
  const FontFile file{"any.ttf", {reinterpret_cast<const char*>(bytes), size}};
  std::vector<std::string> complaints;
  const auto fonts = FontSet::open({{"body", {file.name}}}, {file}, complaints);
  if (!fonts && complaints.empty()) __builtin_trap();
  const auto typeface = Typeface::open(file);
  if (!typeface) return 0;
  lobby::stage::Coverage coverage({0, -60, 200, 80});
  for (const Glyph& glyph : (*typeface)->shaped("Quyết 09", {}).glyphs) (*typeface)->add(coverage, glyph, 40, 0, 0);
  return 0;
}
