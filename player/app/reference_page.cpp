#include "app/reference_page.h"

#include "app/schema_phrase.h"
#include "base/format.h"
#include "config/enrolment.h"
#include "config/schema_places.h"

namespace lobby::app {

namespace {

constexpr std::string_view introduction =
    R"(<!-- Printed by `lobby-player schema reference` from the code that reads the files; a test compares it. -->
# Reference

Every key that the player reads, with what may be written there. [configuration.md](configuration.md) and
[layouts.md](layouts.md) tell what comes of it, [fleet.md](fleet.md) what a bundle is, [board.md](board.md) what an enrolment is. `sources[].recipe` is the key `recipe` of an entry of the list `sources`.
Lists and maps may stand on one line, in brackets and braces, or one entry a line.

The same as JSON Schema, for completion and red lines in an editor, is in `share/lobby-player/schema/`
([how to use it](configuration.md#in-an-editor)).
)";

/// Bars would end a cell of a table.
std::string cell(std::string_view text) {
  std::string out;
  for (const char letter : text) {
    if (letter == '|' || letter == '<') out += '\\';
    out += letter;
  }
  return out;
}

class Chapter {
 public:
  Chapter(std::string_view name, const config::Schema& schema)
      : name_(name), schema_(schema), places_(map_places(schema)) {}

  std::string text() const {
    std::string text = format("\n## {}\n", name_);
    for (std::size_t index = 0; index < schema_.maps.size(); ++index) text += section(index);
    return text;
  }

 private:
  std::string section(std::size_t index) const {
    const auto& map = schema_.maps[index];
    std::string text;
    if (index > 0) text += format("\n### {}: `{}`\n", name_, places_[index].front());
    text += also(places_[index]) + rules(map) + "\n| key | what | default | for |\n|---|---|---|---|\n";
    for (const auto& key : map.keys) text += row(key);
    return text;
  }

  static std::string also(const config::Places& places) {
    std::string text;
    for (std::size_t at = 1; at < places.size(); ++at) text += format("{}`{}`", at > 1 ? ", " : "", places[at]);
    return text.empty() ? text : format("\nAlso at {}.\n", text);
  }

  static std::string rules(const config::MapForm& map) {
    std::string text;
    if (!map.one_of.empty()) {
      text += format("\nExactly one of `{}`.\n", fmt::join(map.one_of, "`, `"));
    }
    for (const auto& [key, other] : map.goes_with) text += format("\n`{}` goes with `{}` only.\n", key, other);
    for (const auto& [key, other] : map.never_both) text += format("\nNot `{}` and `{}` together.\n", key, other);
    return text;
  }

  std::string row(const config::KeyForm& key) const {
    const std::string_view standard = key.standard ? std::string_view(*key.standard) : std::string_view();
    const std::string fallback = key.required       ? "required"
                                 : standard.empty() ? std::string()
                                                    : format("`{}`", standard);
    return format("| `{}` | {} | {} | {} |\n", key.name, cell(what(key)), cell(fallback), cell(key.note));
  }

  std::string what(const config::KeyForm& key) const {
    if (key.without_effect) return "no effect";
    const std::string phrase = scalar_phrase(key.value);
    const std::string map = map_phrase(key.value);
    if (phrase.empty() || map.empty()) return phrase + map;
    const auto& lists = key.value.lists;
    const bool each = !key.value.map && (lists.empty() || lists.front().entry.scalars.empty());
    return phrase + (each ? ", each " : ", or ") + map;
  }

  /// Where the map is told that a value or an entry of it may be.
  std::string map_phrase(const config::Value& value) const {
    if (value.map) return link("a map", *value.map);
    for (const auto& list : value.lists) {
      if (list.entry.map) return list.alone ? link("such", *list.entry.map) : link("a map", *list.entry.map);
    }
    for (const auto& names : value.names) {
      if (names.value.map) return link("a map", *names.value.map);
    }
    return {};
  }

  std::string link(std::string_view text, std::size_t map) const {
    const std::string& place = places_[map].front();
    return format("{}: [`{}`](#{})", text, place, anchor(format("{}: {}", name_, place)));
  }

  /// As GitHub names a heading.
  static std::string anchor(std::string_view heading) {
    std::string out;
    for (const char letter : heading) {
      const bool word = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '_';
      const bool capital = letter >= 'A' && letter <= 'Z';
      if (word || letter == '-') out += letter;
      if (capital) out += static_cast<char>(letter - 'A' + 'a');
      if (letter == ' ') out += '-';
    }
    return out;
  }

  std::string_view name_;
  const config::Schema& schema_;
  std::vector<config::Places> places_;
};

}  // namespace

std::string reference_page() {
  return std::string(introduction) + Chapter("Config", config::config_schema()).text() +
         Chapter("Theme", config::theme_schema()).text() + Chapter("Layout", config::layout_schema()).text() +
         Chapter("Calendar", config::calendar_schema()).text() + Chapter("Bundle", config::manifest_schema()).text() +
         Chapter("Enrolment", config::enrolment_schema()).text();
}

}  // namespace lobby::app
