#include <algorithm>
#include <iterator>

#include "config/key_notes.h"

namespace lobby::config {

namespace {

constexpr std::string_view calendar_text = R"(
the file
  anniversaries: The days of this calendar; whoever names it in a config keeps them.
)";

}  // namespace

/// An entry is one of a config.
std::vector<KeyNote> calendar_notes() {
  auto notes = parse_key_notes(calendar_text);
  const auto entries = config_notes();
  std::ranges::copy_if(entries, std::back_inserter(notes), [](const KeyNote& note) {
    return note.map == "an entry of 'anniversaries'" || note.map == "'window'";
  });
  return notes;
}

}  // namespace lobby::config
