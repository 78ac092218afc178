#include <cstdint>
#include <string_view>
#include <vector>

#include "picture/colours.h"

using namespace lobby::picture;

/// Any bytes for a profile give colours, a table, or neither; light stays between none and all.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view icc(reinterpret_cast<const char*>(data), size);
  if (const auto colours = colours_of_profile(icc)) {
    for (const auto& curve : colours->curves) {
      for (const float light : curve) {
        if (!(light >= 0 && light <= 1)) __builtin_trap();
      }
    }
  }
  for (const auto numbers : {TableProfile::Numbers::bgrx, TableProfile::Numbers::inverted_inks}) {
    std::vector<std::uint32_t> pixels{0, 0xFFFFFFFFU, 0x80402010U};
    if (const TableProfile table(icc, numbers); table) table.apply(pixels.data(), pixels.data(), pixels.size());
  }
  return 0;
}
