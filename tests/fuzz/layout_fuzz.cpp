#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "config/layout.h"

/// Any bytes, read as a theme and as a layout, are refused or give colours that can be resolved.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  namespace config = lobby::config;
  const std::string_view yaml(reinterpret_cast<const char*>(bytes), size);
  const auto parsed = config::parse_theme(yaml, "hq/theme.yaml");
  config::Theme theme = parsed.value.value_or(config::Theme());
  theme.palette.insert({{"text", {}}, {"ink", {}}});
  theme.faces.insert({"body", {"a.ttf"}});
  const auto layout = config::parse_layout(yaml, "hq/strip.yaml", theme);
  if (!layout.value) return 0;
  for (const auto& element : layout.value->elements) {
    if (const auto* fill = std::get_if<config::Fill>(&element.what)) config::resolve(theme, fill->colour);
  }
  return 0;
}
