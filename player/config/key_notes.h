#pragma once

#include <string_view>
#include <vector>

namespace lobby::config {

/// What a key is for, in a sentence.
struct KeyNote {
  std::string_view map;  ///< MapForm::what
  std::string_view key;
  std::string_view note;
};

/// Those of configs, of theme.yaml, of layout files, of calendars, of the list of a bundle, of enrolments. A new key of
/// a reader needs a line there: a test asks for it.
std::vector<KeyNote> config_notes();
std::vector<KeyNote> theme_notes();
std::vector<KeyNote> layout_notes();
std::vector<KeyNote> calendar_notes();
std::vector<KeyNote> manifest_notes();
std::vector<KeyNote> enrolment_notes();

/// The notes of such a text: the name of a map on a line of its own, under it, indented, «key: note».
std::vector<KeyNote> parse_key_notes(std::string_view text);

}  // namespace lobby::config
