#include "config/mourning.h"

#include "config/notices.h"
#include "config/reader.h"

namespace lobby::config {

std::optional<Mourning> read_mourning(const Node& node, const TimeZone& zone, Report& report) {
  if (const auto on = read_switch(node, "'mourning'", "{from: 2026-12-01, until: 2026-12-02}", report)) {
    return *on ? std::optional(Mourning()) : std::nullopt;
  }
  const MapReader map(node, "'mourning'", {"from", "until", "text", "detail"}, report);
  if (!map.readable()) return std::nullopt;
  Mourning mourning;
  map.read("text", screen_text(1, 300), mourning.text);
  map.read("detail", screen_text(0, 1000), mourning.detail);
  read_term(map, zone, mourning.from, mourning.until);
  if (mourning.text.empty() && !mourning.detail.empty()) {
    report.error(map.place("detail"), "'detail' needs a 'text' above it");
  }
  return mourning;
}

}  // namespace lobby::config
