#include "config/key_notes.h"

#include <algorithm>

namespace lobby::config {

std::vector<KeyNote> parse_key_notes(std::string_view text) {
  constexpr std::string_view indent = "  ";
  std::vector<KeyNote> notes;
  std::string_view map;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.empty()) continue;
    if (!line.starts_with(indent)) {
      map = line;
      continue;
    }
    line.remove_prefix(indent.size());
    const std::size_t colon = std::min(line.find(": "), line.size());
    notes.push_back({map, line.substr(0, colon), line.substr(std::min(colon + 2, line.size()))});
  }
  return notes;
}

}  // namespace lobby::config
