#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "config/form.h"

// What may stand in a file, as its reader asks for it. Plain data; any thread.
namespace lobby::config {

struct ListForm;
struct NamesForm;

/// What may stand at one place: any of these.
struct Value {
  std::vector<Form> scalars;
  std::optional<std::size_t> map;  ///< One of Schema::maps.
  std::vector<ListForm> lists;     ///< None or one.
  std::vector<NamesForm> names;    ///< None or one.
  bool nothing = false;            ///< «key:» without a value is as good as no key.
};

/// A list of `least` to `most` entries.
struct ListForm {
  std::size_t least = 0;
  std::optional<std::size_t> most;
  bool alone = false;  ///< One entry may stand without a list around it.
  Value entry;
};

/// A map whose keys are names of the author's choice, at least one of them.
struct NamesForm {
  Form key;
  Value value;
};

struct KeyForm {
  std::string name;
  std::string note = {};  ///< What it is for, in a sentence (config/key_notes.h).
  Value value = {};
  bool required = true;
  bool without_effect = false;               ///< Known, but nothing comes of it in this version.
  std::optional<std::string> standard = {};  ///< What holds where the key is absent, as one would write it.
};

/// A map whose keys are known.
struct MapForm {
  std::string what;  ///< As messages name it: «an entry of 'sources'», «'screen'».
  std::vector<KeyForm> keys;
  std::vector<std::string> one_of;                             ///< Exactly one of these is there.
  std::vector<std::pair<std::string, std::string>> goes_with;  ///< The first needs the second.
  std::vector<std::pair<std::string, std::string>> never_both;
};

struct Schema {
  std::vector<MapForm> maps;            ///< The first is the whole file.
  std::vector<std::string> undeclared;  ///< Keys that a reader asks for and calls unknown: a mistake in it.
};

/// What parse_config, parse_theme, parse_layout, parse_calendar and parse_manifest accept, in so far as one place does
/// not depend on another. Made by walking these readers (config/recorder.h), so that it cannot say anything else. Takes
/// some milliseconds.
Schema config_schema();
Schema theme_schema();
Schema layout_schema();
Schema calendar_schema();
Schema manifest_schema();

}  // namespace lobby::config
