#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "config/config.h"
#include "config/notice_file.h"

/// Any bytes give a config, or a calendar, or notices, or an error with a place, never both and never neither.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view yaml(reinterpret_cast<const char*>(bytes), size);
  const auto check = [](const auto& checked) {
    bool refused = false;
    for (const auto& finding : checked.findings) {
      if (finding.where.line < 1 || finding.where.column < 1 || finding.message.empty()) std::abort();
      refused = refused || finding.severity == lobby::config::Severity::error;
    }
    if (refused == checked.value.has_value()) std::abort();
  };
  const auto config = lobby::config::parse_config(yaml, "config.yaml");
  check(config);
  check(lobby::config::parse_calendar(yaml, "state.yaml"));
  check(lobby::config::parse_notice_document(yaml, "notices.yaml", {}));
  check(lobby::config::parse_notice_text(yaml, "notice.txt"));
  if (config.value && config.value->playlist.empty()) std::abort();
  return 0;
}
